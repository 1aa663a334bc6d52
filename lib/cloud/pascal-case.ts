/** `fetch-prices` → `FetchPrices`: a wiring name as a construct id. */
export function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
