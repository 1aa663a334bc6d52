import type { ModelCar } from '../problem/model-car.ts';
import type { CarPrices } from './least-car-cost.ts';
import { searchOnOff } from './on-off/search.ts';
import { taskOfCar } from './on-off/task-of-car.ts';

export interface OnOffTerms {
  /** Length of each slot of the problem, h. */
  readonly hours: ArrayLike<number>;
  /** What a start costs, NOK. */
  readonly startNok: number;
  /** How hard the search may try; what it has proved until then stands, only lower. */
  readonly pieceBudget?: number;
}

/**
 * NOK below which no schedule of a car on its own can cost at these prices, its starts included: in each slot off, or at least at its
 * `minKw`. With `missingNok` its wants need not be met: each battery kWh below one costs so much. Exact but for rounding, where the
 * search ends within its allowance; Infinity where its wants cannot be met.
 */
export function leastOnOffCost(
  car: ModelCar,
  prices: CarPrices,
  missingNok: number | null,
  { hours, startNok, pieceBudget }: OnOffTerms,
): number {
  const task = taskOfCar(car, prices, { hours, startNok, missingNok });
  return searchOnOff(task, pieceBudget === undefined ? {} : { pieceBudget }).boundNok;
}
