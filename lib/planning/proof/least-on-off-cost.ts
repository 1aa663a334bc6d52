import type { Model } from '../problem/model.ts';
import { Budget } from './budget.ts';
import type { CarPrices } from './least-car-cost.ts';
import { searchOnOff } from './on-off/search.ts';
import type { Allowance } from './on-off/task.ts';
import { taskOfCar } from './on-off/task-of-car.ts';

/** What one search may come to. */
export const SEARCH_UNITS = 2e5;

export interface LeastCostOptions {
  /** What clock hours leave to the car. */
  readonly allowances?: readonly Allowance[];
  /** What may be spent in all; a search takes only its part of it. */
  readonly budget?: Budget | undefined;
}

/**
 * NOK below which no schedule of car `v` on its own can cost at these prices, whatever it is: one that is off or takes at least `minKw`
 * and pays for its starts, charges in one block, feeds the house. With `missingNok` its wants need not be met: each battery kWh
 * below one costs so much. Exact but for rounding, where the search ends within its budget; Infinity where the wants cannot be met.
 */
export function leastOnOffCost(
  model: Model,
  v: number,
  prices: CarPrices,
  missingNok: number | null,
  { allowances = [], budget = new Budget() }: LeastCostOptions = {},
): number {
  const task = taskOfCar(model, v, prices, { missingNok, allowances });
  return searchOnOff(task, { budget: budget.part(SEARCH_UNITS) }).boundNok;
}
