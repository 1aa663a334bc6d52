import type { Home } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';

/** What the house draws without its cars, kW: nothing, until somebody forecasts it. */
export function houseLoad(_home: Pick<Home, 'houseYearlyKwh'>, _now: Instant): (at: Instant) => number {
  return () => 0;
}
