import fc from 'fast-check';

const digits = (from: number, to: number) => fc.integer({ min: from, max: to });

/** Coordinates in the common spellings, as a car maker's answer or a stray field might hold them. */
const coordinate = fc.oneof(
  fc.double({ min: 57, max: 71, noNaN: true, noDefaultInfinity: true }).filter((x) => !Number.isInteger(x)),
  digits(5_700_000, 7_100_000),
  digits(57_000_000, 71_000_000),
  digits(570_000_000, 710_000_000),
);

const vin = fc.stringMatching(/^5YJ3[A-Z]{4}\d{9}$/);
const token = fc.stringMatching(/^eyJ[A-Za-z0-9_-]{20}\d[A-Za-z0-9_-]{20}\.[A-Za-z0-9_-]{10}$/);
const email = fc.stringMatching(/^[a-z]{6}\.[a-z]{6}@[a-z]{5}\.no$/);
const reference = fc.stringMatching(/^[A-Za-z0-9]{10}\d[A-Z]{3}[A-Za-z0-9_-]{8}$/);

/** What must never be told: no two of them alike, none of them a word of ours. */
export const canary: fc.Arbitrary<string | number> = fc.oneof(coordinate, vin, token, email, reference);

/** Whether the text holds the canary: numbers by their digits, so that rounding to five decimals does not hide them. */
export function holds(text: string, planted: string | number): boolean {
  const spelt = typeof planted === 'number' ? String(Math.abs(planted)).slice(0, 8) : planted;
  return text.includes(spelt);
}
