import type { LocalDate } from '../time/index.ts';

/** A rate for a span of Europe/Oslo days, with where it is published. */
export interface DatedRate {
  readonly from: LocalDate;
  /** First day it no longer holds; null while it holds until it is changed. */
  readonly until: LocalDate | null;
  readonly value: number;
  readonly source: string;
}

/**
 * The rate of a day. A day that no rate is known for gets the newest rate before it (the oldest where there is none), marked
 * assumed: a stated unknown, not a guess. `rates` ascend.
 */
export function rateOn(
  rates: readonly DatedRate[],
  date: LocalDate,
): { readonly value: number; readonly assumed: boolean } {
  const newest = rates.findLast(({ from }) => from <= date);
  const { value } = newest ?? rates[0] ?? { value: 0 };
  return { value, assumed: newest === undefined || (newest.until !== null && date >= newest.until) };
}
