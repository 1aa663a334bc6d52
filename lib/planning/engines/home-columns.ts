import type { Model } from '../problem/model.ts';
import { dearestNok } from './dearest-nok.ts';

/** The most that preferring early slots may add to a kWh, NOK: prices are told to 1e-5. */
const EARLY_NOK = 1e-7;
/** Keeps the days' peaks at their most where nothing asks them to be less. */
const PEAK_NOK = 1e-9;

/** The columns of a home's linear program, and where each quantity is among them. */
export interface HomeColumns {
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Grid kWh of each car in each slot: the column, or −1 where it can take nothing. */
  readonly charge: readonly Int32Array[];
  /** kWh that all cars together buy in slots with more sun than the house uses: the column, or −1 where they cannot use it up. */
  readonly bought: Int32Array;
  /** What a car wants and does not get: for each of its wants (the reserve's points share one). */
  readonly missing: readonly (readonly number[])[];
  /** Peak of each day, kW. */
  readonly peak: readonly number[];
  /** What a battery kWh missing is reckoned to cost, NOK: more than any energy. */
  readonly missingNok: number;
}

/** `costs` false: only what is missing counts. */
export function homeColumns(model: Model, costs = true): HomeColumns {
  const columns = new Columns();
  const { slotCount, cars, capacity } = model;
  const missingNok = costs ? dearestNok(model) : 1;
  const charge = cars.map((car) => {
    const at = new Int32Array(slotCount).fill(-1);
    for (let t = car.arrive; t < car.depart; t += 1) {
      const kwh = car.mostKwh[t] ?? 0;
      if (kwh <= 0) continue;
      const early = ((car.prefer === 'early' ? t : slotCount - t) * EARLY_NOK) / slotCount;
      at[t] = columns.add(costs ? firstPrice(model, t) + early : 0, 0, kwh);
    }
    return at;
  });
  const bought = new Int32Array(slotCount).fill(-1);
  for (let t = 0; t < slotCount; t += 1) {
    const most = moreThanSun(model, t);
    // Never at its most: what stops the cars is to have its price, not this.
    if (most > 0) bought[t] = columns.add(costs ? secondPrice(model, t) : 0, 0, most + 1);
  }
  const missing = cars.map((car) => {
    const nok = missingNok * car.efficiency;
    const top = Math.max(0, ...car.wants.map(({ kwh }) => kwh));
    const reserve = car.wants.some((want) => want.reserve) ? columns.add(nok, 0, top) : -1;
    return car.wants.map((want) => (want.reserve ? reserve : columns.add(nok, 0, want.kwh)));
  });
  const peak = Array.from({ length: capacity?.dayCount ?? 0 }, () => columns.add(-PEAK_NOK, 0, 0));
  return {
    cost: columns.cost,
    lower: columns.lower,
    upper: columns.upper,
    charge,
    bought,
    missing,
    peak,
    missingNok,
  };
}

class Columns {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];

  add(cost: number, lower: number, upper: number): number {
    this.lower.push(lower);
    this.upper.push(upper);
    return this.cost.push(cost) - 1;
  }
}

function firstPrice({ importPrice, exportPrice, surplusKw }: Model, t: number): number {
  return ((surplusKw[t] ?? 0) > 0 ? exportPrice[t] : importPrice[t]) ?? 0;
}

function secondPrice({ importPrice, exportPrice }: Model, t: number): number {
  return (importPrice[t] ?? 0) - (exportPrice[t] ?? 0);
}

/** What all cars could take in a slot beyond its sun, kWh; 0 where there is none left over from the house. */
function moreThanSun({ cars, surplusKw, freeKw, hours }: Model, t: number): number {
  const sunKwh = (surplusKw[t] ?? 0) * (hours[t] ?? 0);
  if (sunKwh <= 0) return 0;
  const most = cars.reduce((sum, car) => sum + (car.mostKwh[t] ?? 0), 0);
  return Math.min(most, (freeKw[t] ?? 0) * (hours[t] ?? 0)) - sunKwh;
}
