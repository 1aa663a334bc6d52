import { osloMidnight } from '../time/oslo.ts';
import type { Quarter } from './quarters.ts';

/** The quarters, parted at local midnights. */
export function daysOf(quarters: readonly Quarter[]): Quarter[][] {
  const days = new Map<number, Quarter[]>();
  for (const quarter of quarters) {
    const midnight = osloMidnight(quarter.startAt);
    const day = days.get(midnight) ?? [];
    day.push(quarter);
    days.set(midnight, day);
  }
  return [...days.values()];
}
