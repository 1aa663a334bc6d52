import type { Model } from '../../problem/model.ts';
import type { Budget } from '../../proof/budget.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import { demandDays, mostPricedImport } from '../../proof/fee-bound.ts';
import { stepAllowances } from '../../proof/on-off/step-allowances.ts';
import type { Allowance } from '../../proof/on-off/task.ts';
import { overuseOf } from './overuse.ts';
import { type PricedCars, pricedCars } from './priced-cars.ts';

/** How far of the way to the target a step goes (Polyak); less after so many that brought nothing. */
const FIRST_SHARE = 1;
const PATIENCE = 3;
/** Of the last direction so much is kept. */
const KEPT = 0.3;
/** A change of a day's price that shows how much its peak may come to, NOK. */
const NUDGE_NOK = 1e-4;

/** Prices, and what the cars do at them. */
export interface Looked {
  readonly prices: Prices;
  readonly cars: PricedCars;
}

/** A capacity step with the best lower bound found for plans within it. */
export class StepBound {
  readonly step: number | null;
  nok = Number.NEGATIVE_INFINITY;
  best: Looked | null = null;
  readonly #model: Model;
  readonly #budget: Budget;
  readonly #riseNok: number;
  readonly #uptoKw: number;
  /** What each clock hour leaves to any one car where the demand stays in the step. */
  readonly #allowances: readonly Allowance[];
  /** What cars keep from each other, priced where prices say so, battery kWh. */
  readonly #keptKwh: number;
  #at: Looked | null = null;
  #direction: Prices | null = null;
  #share = FIRST_SHARE;
  #idle = 0;

  constructor(model: Model, step: number | null, keptKwh: number, budget: Budget) {
    const { capacity } = model;
    this.#model = model;
    this.#budget = budget;
    this.step = step;
    this.#keptKwh = keptKwh;
    this.#riseNok =
      capacity && step !== null ? (capacity.steps[step]?.nokPerMonth ?? 0) - capacity.aloneNok : 0;
    const last = !capacity || step === null || step === capacity.steps.length - 1;
    this.#allowances = step === null ? [] : stepAllowances(model, step);
    this.#uptoKw = last ? Number.POSITIVE_INFINITY : (capacity?.steps[step]?.uptoKw ?? 0);
  }

  /** What the cars do at these prices within the step. */
  look(given: Prices): Looked {
    const prices = { ...given, step: this.#allowances.length > 0 ? (this.step ?? undefined) : undefined };
    return { prices, cars: pricedCars(this.#model, prices, this.#allowances, this.#budget) };
  }

  /** Takes prices up where they give a better bound. */
  offer(looked: Looked): void {
    const nok = this.worthOf(looked);
    if (!(nok > this.nok)) return;
    [this.nok, this.best, this.#at] = [nok, looked, looked];
  }

  /** NOK below which no plan within the step costs, by these prices. */
  worthOf({ prices, cars }: Looked): number {
    if (prices.step !== undefined && prices.step < (this.step ?? 0)) return Number.NEGATIVE_INFINITY;
    return this.#boundOf(prices, cars);
  }

  /** Moves the prices so many times towards a bound of `targetNok`: dearer where the cars take too much at them, cheaper where less. So much of the budget is kept. */
  raise(times: number, targetNok: number, keepUnits: number): void {
    for (let i = 0; i < times && this.nok < targetNok && this.#budget.left > keepUnits; i += 1) {
      const prices = this.#moved(targetNok);
      if (!prices) return;
      const looked = this.look(prices);
      const before = this.nok;
      this.offer(looked);
      this.#at = looked;
      this.#idle = this.nok > before + 1e-6 ? 0 : this.#idle + 1;
      if (this.#idle >= PATIENCE || !looked.cars.kwh) this.#restart();
    }
  }

  /** From the best prices anew, in smaller steps. */
  #restart(): void {
    this.#idle = 0;
    this.#share /= 2;
    this.#direction = null;
    this.#at = this.best;
  }

  #boundOf({ hour, missing = 0 }: Prices, { nok }: PricedCars): number {
    const { capacity } = this.#model;
    const demand =
      capacity && this.step !== null
        ? mostPricedImport(capacity, demandDays(this.#model, capacity, hour), this.#uptoKw)
        : 0;
    const bound = nok - demand - missing * this.#keptKwh + this.#riseNok;
    return Number.isNaN(bound) ? Number.NEGATIVE_INFINITY : bound;
  }

  #moved(targetNok: number): Prices | null {
    const { prices, cars } = this.#at ?? {};
    if (!prices || !cars?.kwh) return null;
    const over = movable(overuseOf(this.#model, prices, cars.kwh, this.#peaksAt(prices)), prices);
    this.#direction = this.#direction ? blend(over, this.#direction) : over;
    const length =
      squares(this.#direction.fuse) + squares(this.#direction.hour) + squares(this.#direction.sun);
    if (length < 1e-12) return null;
    const far = (this.#share * (targetNok - this.#boundOf(prices, cars))) / length;
    const move = (from: Float64Array | undefined, along: Float64Array | undefined) =>
      Float64Array.from(along ?? [], (by, i) => Math.max(0, (from?.[i] ?? 0) + far * by));
    const { fuse, hour, sun } = this.#direction;
    return {
      ...prices,
      fuse: move(prices.fuse, fuse),
      hour: move(prices.hour, hour),
      sun: move(prices.sun, sun),
    };
  }

  /** Each day's peak in the month that makes the most of these prices: how the worth of a step changes with them. */
  #peaksAt({ hour }: Prices): number[] | null {
    const { capacity } = this.#model;
    if (!capacity || this.#uptoKw === Number.POSITIVE_INFINITY) return null;
    const days = demandDays(this.#model, capacity, hour);
    const now = mostPricedImport(capacity, days, this.#uptoKw);
    return days.map(({ price, houseKw }, d) => {
      const nudged = days.with(d, { price: price + NUDGE_NOK, houseKw });
      return (mostPricedImport(capacity, nudged, this.#uptoKw) - now) / NUDGE_NOK;
    });
  }
}

/** What is free already cannot become cheaper. */
function movable(over: Prices, { fuse, hour, sun }: Prices): Prices {
  const only = (by: Float64Array | undefined, from: Float64Array | undefined) =>
    (by ?? none).map((x, i) => (x < 0 && (from?.[i] ?? 0) <= 0 ? 0 : x));
  return { fuse: only(over.fuse, fuse), hour: only(over.hour, hour), sun: only(over.sun, sun) };
}

function blend(now: Prices, before: Prices): Prices {
  const mix = (a: Float64Array, b: Float64Array) => a.map((x, i) => x + KEPT * (b[i] ?? 0));
  return {
    fuse: mix(now.fuse, before.fuse),
    hour: mix(now.hour, before.hour),
    sun: mix(now.sun ?? none, before.sun ?? none),
  };
}

function squares(values: Float64Array | undefined): number {
  return values?.reduce((sum, x) => sum + x * x, 0) ?? 0;
}

const none = new Float64Array(0);
