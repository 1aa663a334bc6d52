import { houseForecast } from '../../lib/forecast/index.ts';
import {
  addDays,
  dayStart,
  HOUR_MS,
  hourStart,
  type Instant,
  localDate,
  QUARTER_MS,
  quarterStart,
} from '../../lib/time/index.ts';
import { type HouseLoad, hourKw } from './month-loads.ts';
import { hoursOf } from './session.ts';

/**
 * What the service sees of the house: a live meter's quarter hours that are over; hourly readings of past days, as a retailer has them from
 * the metering hub; nothing at all.
 */
export type Meter = 'live' | 'readings' | 'none';

/** How far back the forecast is told of the house's hours. */
const TOLD_DAYS = 15;
/** The readings of a day are taken to be there from noon of the next. */
const READ_AFTER_MS = 12 * HOUR_MS;

/** What is known of a house at a moment, by a meter of that kind. No later load is ever asked for. */
export class HouseSight {
  private readonly houseKw: HouseLoad;
  private readonly meter: Meter;

  constructor(houseKw: HouseLoad, meter: Meter) {
    this.houseKw = houseKw;
    this.meter = meter;
  }

  /** Mean kW in each clock hour of the span: as metered where that is known at `now`, else as expected. */
  hours(now: Instant, span: { readonly fromAt: Instant; readonly untilAt: Instant }): Map<Instant, number> {
    const readUntil = this.readUntil(now);
    const oldestAt = Math.min(span.fromAt, dayStart(addDays(localDate(now), -TOLD_DAYS)));
    const metered = this.meter === 'none' ? [] : hoursOf(oldestAt, readUntil);
    const known = {
      now,
      metered: metered
        .map((startAt) => ({ startAt, kw: hourKw(this.houseKw, startAt) }))
        .filter(({ kw }) => Number.isFinite(kw)),
      liveKw: this.hourSoFarKw(now),
      yearlyKwh: null,
    };
    return new Map(houseForecast(known, span).map(({ startAt, kw }) => [startAt, kw]));
  }

  private readUntil(now: Instant): Instant {
    return this.meter === 'live' ? hourStart(now) : dayStart(localDate(now - READ_AFTER_MS));
  }

  /** What a live meter has shown in the running hour's quarters that are over, mean kW; null in its first one, and without a live meter. */
  hourSoFarKw(now: Instant): number | null {
    if (this.meter !== 'live') return null;
    let kw = 0;
    let quarters = 0;
    for (let at = hourStart(now); at < quarterStart(now); at += QUARTER_MS) {
      kw += this.houseKw(at);
      quarters += 1;
    }
    return quarters === 0 ? null : kw / quarters;
  }
}
