import {
  addDays,
  atLocalTime,
  HOUR_MS,
  hourStart,
  type Instant,
  type LocalTime,
  localDate,
  localTime,
} from '../time/index.ts';
import { profileKw } from './house-profile.ts';
import { quantile } from './quantile.ts';
import type { Span } from './spot.ts';

/** A clock hour's mean power of the house without its cars, which is its kWh. */
export interface HouseHour {
  readonly startAt: Instant;
  readonly kw: number;
}

/** What is known of a house at a moment. */
export interface HouseKnown {
  readonly now: Instant;
  /** Hours that were metered and lie wholly in the past. */
  readonly metered: readonly HouseHour[];
  /** What a live meter shows now; null where there is none. */
  readonly liveKw: number | null;
  /** Of the house without cars, kWh; null where nobody knows. */
  readonly yearlyKwh: number | null;
}

/** How many past days are looked at. docs/month.md compares. */
const DAYS = 14;
/** With fewer days of an hour the profile says more. */
const LEAST_DAYS = 3;
/** Three of four hours stay below: a plan that fills the room under a peak is else surprised every second time. */
const SHARE_BELOW = 0.75;

/**
 * What the house is expected to draw in each clock hour that touches the span. A metered hour: what was metered. The current one: what the
 * live meter shows. Any other: the upper quartile of the same hour on recent days; without those, the profile of its yearly consumption.
 */
export function houseForecast(known: HouseKnown, { fromAt, untilAt }: Span): HouseHour[] {
  const { now, liveKw, yearlyKwh } = known;
  const kwAt = new Map(known.metered.map(({ startAt, kw }) => [startAt, kw]));
  if (liveKw !== null) kwAt.set(hourStart(now), liveKw);
  const usual = new Map<LocalTime, number | null>();
  const expectedKw = (startAt: Instant) => {
    const time = localTime(startAt);
    if (!usual.has(time)) usual.set(time, usualKw(kwAt, time, now));
    return usual.get(time) ?? profileKw(yearlyKwh, startAt);
  };
  const hours: HouseHour[] = [];
  for (let startAt = hourStart(fromAt); startAt < untilAt; startAt += HOUR_MS) {
    hours.push({ startAt, kw: kwAt.get(startAt) ?? expectedKw(startAt) });
  }
  return hours;
}

/** Of this hour on the last days that have it behind them; null where too few were metered. */
function usualKw(kwAt: ReadonlyMap<Instant, number>, time: LocalTime, now: Instant): number | null {
  const found: number[] = [];
  for (let daysAgo = 0; daysAgo <= DAYS && found.length < DAYS; daysAgo += 1) {
    const startAt = atLocalTime(addDays(localDate(now), -daysAgo), time);
    const kw = startAt < hourStart(now) ? kwAt.get(startAt) : undefined;
    if (kw !== undefined) found.push(kw);
  }
  return found.length < LEAST_DAYS ? null : quantile(found, SHARE_BELOW);
}
