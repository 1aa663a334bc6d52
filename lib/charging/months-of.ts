import { type Instant, localDate } from '../time/index.ts';
import type { Block } from './blocks-of.ts';

/** The slots of each month of a night: one, or two where it crosses a month's end. */
export function monthsOf(startsAt: readonly Instant[]): Block[] {
  const months = startsAt.map((startAt) => localDate(startAt).slice(0, 7));
  return [...new Set(months)].map((month) => ({
    from: months.indexOf(month),
    until: months.lastIndexOf(month) + 1,
  }));
}
