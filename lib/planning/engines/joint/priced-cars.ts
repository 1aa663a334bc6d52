import type { Model } from '../../problem/model.ts';
import type { Budget } from '../../proof/budget.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import { SEARCH_UNITS } from '../../proof/least-on-off-cost.ts';
import { givenKwh } from '../../proof/on-off/one-car-looks.ts';
import { searchOnOff } from '../../proof/on-off/search.ts';
import type { Allowance } from '../../proof/on-off/task.ts';
import { taskOfCar } from '../../proof/on-off/task-of-car.ts';
import { pricedConstant, pricesOf } from '../../proof/priced-cost.ts';

/** What stating a car's task comes to, and more for each slot. */
const LOOK_UNITS = 100;
const SLOT_UNITS = 3;

export interface PricedCars {
  /** What the proof makes of these prices, but for the month's demand and what is missing. */
  readonly nok: number;
  /** What the cars then take together, kWh by slot of the problem; null where a search had to end before it knew. */
  readonly kwh: Float64Array | null;
}

/** What each car by itself would do at these prices, and what that comes to. */
export function pricedCars(
  model: Model,
  prices: Prices,
  allowances: readonly Allowance[],
  budget: Budget,
): PricedCars {
  const carPrices = pricesOf(model, prices);
  const kwh = new Float64Array(model.slotCount);
  let nok = pricedConstant(model, prices);
  let known = true;
  for (const [v, car] of model.cars.entries()) {
    budget.spend(LOOK_UNITS + SLOT_UNITS * model.slotCount);
    const task = taskOfCar(model, v, carPrices, { missingNok: prices.missing ?? null, allowances });
    const { boundNok, schedule } = searchOnOff(task, { budget: budget.part(SEARCH_UNITS) });
    nok += boundNok;
    known &&= schedule !== null;
    for (const [i, energy] of schedule?.kwh.entries() ?? []) {
      kwh[car.arrive + i] = (kwh[car.arrive + i] ?? 0) + (energy < 0 ? givenKwh(car, energy) : energy);
    }
  }
  return { nok, kwh: known ? kwh : null };
}
