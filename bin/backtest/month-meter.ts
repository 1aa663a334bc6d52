import type { FeeStep } from '../../lib/forecast/index.ts';
import { addDays, dayStart, HOUR_MS, type Instant, type LocalDate, localDate } from '../../lib/time/index.ts';
import type { HomeMonth } from './month-homes.ts';
import type { HouseLoad } from './month-loads.ts';

/** The month's fee is looked up with the mean of so many days' highest hours. */
const DAYS_AVERAGED = 3;

/** The home's meter through a month: the house, and what its car takes. */
export class MonthMeter {
  private readonly home: HomeMonth;
  private readonly houseKw: HouseLoad;
  private readonly carKwh = new Map<Instant, number>();

  constructor(home: HomeMonth, houseKw: HouseLoad) {
    this.home = home;
    this.houseKw = houseKw;
  }

  charge(hourAt: Instant, kwh: number): void {
    this.carKwh.set(hourAt, (this.carKwh.get(hourAt) ?? 0) + kwh);
  }

  get charged(): ReadonlyMap<Instant, number> {
    return this.carKwh;
  }

  /** House and car in a clock hour, kWh. */
  kwhIn(hourAt: Instant): number {
    return this.houseKw(hourAt) + (this.carKwh.get(hourAt) ?? 0);
  }

  /** The highest clock hour of each day of the month that ends by then, kW. */
  dayPeaks(untilAt: Instant = this.home.untilAt): number[] {
    const peaks: number[] = [];
    const { fromAt } = this.home;
    for (let date = localDate(fromAt); dayStart(addDays(date, 1)) <= untilAt; date = addDays(date, 1)) {
      peaks.push(this.peakOf(date));
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

  private peakOf(date: LocalDate): number {
    let peak = 0;
    for (let at = dayStart(date); at < dayStart(addDays(date, 1)); at += HOUR_MS)
      peak = Math.max(peak, this.kwhIn(at));
    return peak;
  }
}

/** NOK for the month. */
export function feeOf(steps: readonly FeeStep[], demandKw: number): number {
  return (steps.find(({ uptoKw }) => demandKw <= uptoKw) ?? steps.at(-1))?.nokPerMonth ?? 0;
}
