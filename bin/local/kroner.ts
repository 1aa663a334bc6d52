/** Whole øre as kroner: 2416 → `24.16 kr`. */
export function kroner(ore: number): string {
  return `${(ore / 100).toFixed(2)} kr`;
}
