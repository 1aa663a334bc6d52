import { houseForecast } from '../forecast/index.ts';
import type { Home } from '../homes/index.ts';
import { HOUR_MS, hourStart, type Instant } from '../time/index.ts';

/** What the house draws without its cars, kW, by any instant: no home has told of a meter yet, so the profile of its yearly use. */
export function houseLoad(
  { houseYearlyKwh }: Pick<Home, 'houseYearlyKwh'>,
  now: Instant,
): (at: Instant) => number {
  const known = { now, metered: [], liveKw: null, yearlyKwh: houseYearlyKwh };
  const kwAt = new Map<Instant, number>();
  return (at) => {
    const startAt = hourStart(at);
    const kw =
      kwAt.get(startAt) ?? houseForecast(known, { fromAt: startAt, untilAt: startAt + HOUR_MS })[0]?.kw ?? 0;
    kwAt.set(startAt, kw);
    return kw;
  };
}
