import type { FeeStep } from '../../lib/forecast/index.ts';
import {
  addDays,
  dayStart,
  HOUR_MS,
  type Instant,
  type LocalDate,
  localDate,
  QUARTER_MS,
} from '../../lib/time/index.ts';
import type { HomeMonth } from './month-homes.ts';
import { type HouseLoad, hourKw } from './month-loads.ts';

/** The month's fee is looked up with the mean of so many days' highest hours. */
const DAYS_AVERAGED = 3;

/** Mean kW of the house by clock hour, as far as somebody knows it. */
type Seen = (fromAt: Instant, untilAt: Instant) => ReadonlyMap<Instant, number>;

/** The home's meter through a month: the house, and what its car takes. */
export class MonthMeter {
  private readonly home: HomeMonth;
  private readonly houseKw: HouseLoad;
  /** By start of the quarter hour. */
  private readonly carKwh = new Map<Instant, number>();

  constructor(home: HomeMonth, houseKw: HouseLoad) {
    this.home = home;
    this.houseKw = houseKw;
  }

  charge(quarterAt: Instant, kwh: number): void {
    this.carKwh.set(quarterAt, (this.carKwh.get(quarterAt) ?? 0) + kwh);
  }

  /** What the car took, kWh, by the quarter hour that it was told of. */
  get charged(): ReadonlyMap<Instant, number> {
    return this.carKwh;
  }

  carKwhIn(hourAt: Instant): number {
    let kwh = 0;
    for (let at = hourAt; at < hourAt + HOUR_MS; at += QUARTER_MS) kwh += this.carKwh.get(at) ?? 0;
    return kwh;
  }

  /** The highest clock hour of each day of the month that ends by then, kW: house and car; the house as somebody sees it, else as it is. */
  dayPeaks(untilAt: Instant = this.home.untilAt, seen?: Seen): number[] {
    const peaks: number[] = [];
    const { fromAt } = this.home;
    const known = seen?.(fromAt, untilAt);
    const kwAt = (hourAt: Instant) => known?.get(hourAt) ?? hourKw(this.houseKw, hourAt);
    for (let date = localDate(fromAt); dayStart(addDays(date, 1)) <= untilAt; date = addDays(date, 1)) {
      peaks.push(this.peakOf(date, kwAt));
    }
    return peaks;
  }

  /** Mean of the month's three highest days, kW. */
  demandKw(): number {
    const highest = this.dayPeaks()
      .sort((a, b) => b - a)
      .slice(0, DAYS_AVERAGED);
    return highest.reduce((sum, kw) => sum + kw, 0) / highest.length;
  }

  private peakOf(date: LocalDate, kwAt: (hourAt: Instant) => number): number {
    let peak = 0;
    for (let at = dayStart(date); at < dayStart(addDays(date, 1)); at += HOUR_MS)
      peak = Math.max(peak, kwAt(at) + this.carKwhIn(at));
    return peak;
  }
}

/** NOK for the month. */
export function feeOf(steps: readonly FeeStep[], demandKw: number): number {
  return (steps.find(({ uptoKw }) => demandKw <= uptoKw) ?? steps.at(-1))?.nokPerMonth ?? 0;
}
