/** Entries of a simplex table are whole numbers but for the month's mean: less than this is a rounding. */
const TINY_ENTRY = 1e-10;

/** What a variable is in terms of others: the entries, and where the first `count` of them are that are not 0. */
export interface Fill {
  readonly entries: Float64Array;
  readonly filled: Int32Array;
  readonly count: number;
}

/** Replaces the variable of `column` in a row by what it is in terms of the others. */
export function replaceIn(row: Float64Array, column: number, { entries, filled, count }: Fill): void {
  const factor = row[column] as number;
  if (factor === 0) return;
  row[column] = 0;
  for (let i = 0; i < count; i += 1) {
    const j = filled[i] as number;
    row[j] = rounded((row[j] as number) + factor * (entries[j] as number));
  }
}

export function rounded(entry: number): number {
  return Math.abs(entry) < TINY_ENTRY ? 0 : entry;
}
