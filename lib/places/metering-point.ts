import { gridOwnerRanges } from './grid-owner-ranges.ts';

/** Norway's part of the GS1 number series for metering points (GSRN). */
const PREFIX = '7070575000';

/** Whether this is the number of a Norwegian metering point: 18 digits, of which the last checks the others. */
export function isMeteringPointId(text: string): boolean {
  return new RegExp(`^${PREFIX}\\d{8}$`).test(text) && checkDigit(text.slice(0, 17)) === Number(text[17]);
}

/**
 * Catalogue key of the grid owner that gave this metering point its number, for the few owners that have published theirs;
 * null for every other owner, and for what is no metering point's number.
 */
export function gridOwnerOfMeteringPoint(id: string): string | null {
  if (!isMeteringPointId(id)) return null;
  const serial = Number(id.slice(PREFIX.length, 17));
  return gridOwnerRanges.find(({ first, last }) => first <= serial && serial <= last)?.gridOwner ?? null;
}

/** GS1's modulo 10: the digits weigh 3, 1, 3, 1 … from the right; with the check digit the sum is a multiple of ten. */
function checkDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}
