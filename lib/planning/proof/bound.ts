import { isPlain } from '../problem/is-plain.ts';
import type { Model } from '../problem/model.ts';
import type { ModelCapacity } from '../problem/model-capacity.ts';
import type { Budget } from './budget.ts';
import type { Prices } from './dual-prices.ts';
import { demandDays, mostPricedImport, type PricedDay } from './fee-bound.ts';
import { leastOnOffPlan } from './least-on-off-plan.ts';
import { pricedCost } from './priced-cost.ts';

/** Shortfalls nearer than this are one, battery kWh. */
const SAME_KWH = 1e-5;

/**
 * Battery kWh that will be missing whatever the plan: what each car alone would miss, and what `prices` with a price of missing
 * energy prove that they keep from each other.
 */
export function leastShortfallKwh(model: Model, prices: readonly Prices[] = [], budget?: Budget): number {
  if (isSearched(model)) return aloneKwh(model) + leastOnOffPlan(model, budget).missingKwh;
  if (!prices.some(({ missing = 0 }) => missing > 0)) return aloneKwh(model);
  const free = withoutCosts(model);
  const kept = prices.map(({ fuse, missing = 0, reserve }) => {
    if (!(missing > 0) || budget?.isSpent) return 0;
    const shares = {
      fuse: fuse.map((nok) => nok / missing),
      hour: noHours,
      missing: 1,
      reserve: reserve?.map((points) => points.map((nok) => nok / missing)),
    };
    return pricedCost(free, shares, budget);
  });
  return aloneKwh(model) + Math.max(0, ...kept);
}

/**
 * NOK below which no schedule costs that leaves at most `shortfallKwh` missing (the least there is). Weak duality on the raw problem: take
 * each limit that cars share away and charge its price instead, less what the limit itself is worth at that price. A schedule that
 * keeps the limits then costs no more than before, and each car can be looked at alone. So any prices give a valid bound, wrong
 * ones a low one, and no engine need be trusted. For each capacity step the best of the prices counts, and of the steps the cheapest.
 */
export function lowerBound(
  model: Model,
  prices: readonly Prices[] = [],
  shortfallKwh: number = aloneKwh(model),
  budget?: Budget,
): number {
  const keptKwh = shortfallKwh - aloneKwh(model);
  const searchedNok = isSearched(model) ? boundOfSearch(model, keptKwh, budget) : Number.NEGATIVE_INFINITY;
  if (searchedNok > Number.NEGATIVE_INFINITY && (prices.length === 0 || !isSearchedWithoutFee(model)))
    return searchedNok;
  return Math.max(searchedNok, boundOfPrices(model, prices, keptKwh, budget));
}

/** Says nothing where more is missing than the search allows. */
function boundOfSearch(model: Model, keptKwh: number, budget?: Budget): number {
  const { missingKwh, boundNok } = leastOnOffPlan(model, budget);
  return keptKwh <= missingKwh + SAME_KWH ? boundNok : Number.NEGATIVE_INFINITY;
}

function boundOfPrices(model: Model, prices: readonly Prices[], keptKwh: number, budget?: Budget): number {
  const all = pricedAll(model, prices, keptKwh, budget);
  return model.capacity
    ? overSteps(model.capacity, leastStep(model, model.capacity), all)
    : Math.max(...all.map(({ nok }) => nok));
}

/** Nothing but what is missing counts: no energy, no start, no wear. */
function withoutCosts(model: Model): Model {
  const zeros = new Float64Array(model.slotCount);
  const cars = model.cars.map((car) =>
    car.discharge ? { ...car, discharge: { ...car.discharge, wearNokPerKwh: 0 } } : car,
  );
  return { ...model, cars, importPrice: zeros, exportPrice: zeros, startPenaltyNok: 0 };
}

/** One on/off car is searched to the end, so prices are needed only where the search leaves the capacity fee out. */
function isSearched(model: Model): boolean {
  return model.cars.length === 1 && !isPlain(model);
}

/** A car that feeds the house: its search lets the fee fall to the first step's, and prices tell more. */
function isSearchedWithoutFee({ cars, capacity }: Model): boolean {
  return capacity !== null && cars.some(({ discharge }) => discharge);
}

/** The lowest step that a plan can come to: the house's own, unless a car feeds it. */
function leastStep({ cars }: Model, { aloneStep }: ModelCapacity): number {
  return cars.some(({ discharge }) => discharge) ? 0 : aloneStep;
}

interface Priced {
  readonly days: readonly PricedDay[];
  /** The last step it says something of; absent: all. */
  readonly step?: number | undefined;
  /** The bound without what the month's demand is worth. */
  readonly nok: number;
}

/** The latest prices first, as the best as a rule: where the budget is spent, the others are left out. */
function pricedAll(model: Model, prices: readonly Prices[], keptKwh: number, budget?: Budget): Priced[] {
  const all: Priced[] = [];
  for (const each of [noPrices, ...prices.toReversed()])
    if (all.length === 0 || !budget?.isSpent) all.push(priced(model, each, keptKwh, budget));
  return all;
}

/** Where cars keep energy from each other not all wants are met, so it must have a price: none is a price too. */
function priced(model: Model, prices: Prices, keptKwh: number, budget?: Budget): Priced {
  const { missing = 0, step } = prices;
  const days = model.capacity ? demandDays(model, model.capacity, prices.hour) : [];
  if (keptKwh <= SAME_KWH)
    return { days, step, nok: pricedCost(model, { ...prices, missing: undefined }, budget) };
  return { days, step, nok: pricedCost(model, { ...prices, missing }, budget) - missing * keptKwh };
}

function overSteps(capacity: ModelCapacity, from: number, all: readonly Priced[]): number {
  const { steps, aloneNok } = capacity;
  let least = Number.POSITIVE_INFINITY;
  for (let k = from; k < steps.length; k += 1) {
    // Beyond the last step the fee is the last one's.
    const limitKw = k === steps.length - 1 ? Number.POSITIVE_INFINITY : (steps[k]?.uptoKw ?? 0);
    let best = Number.NEGATIVE_INFINITY;
    for (const { days, nok, step } of all)
      if (step === undefined || k <= step)
        best = Math.max(best, nok - mostPricedImport(capacity, days, limitKw));
    least = Math.min(least, best + (steps[k]?.nokPerMonth ?? 0) - aloneNok);
  }
  return least;
}

function aloneKwh({ cars }: Model): number {
  let kwh = 0;
  for (const car of cars) kwh += car.leastShortfallKwh;
  return kwh;
}

const noHours = new Float64Array(0);
/** Each is 0. */
const noPrices: Prices = { fuse: new Float64Array(0), hour: noHours };
