/** So many tones stand apart beside each other; a home with more cars begins anew. */
const TONES = 3;

/** The tone of a car, by its number on the page: the same in every picture. */
export function toneClass(number: number): string {
  return `is-car-${((number - 1) % TONES) + 1}`;
}
