import type { Model } from '../../problem/model.ts';
import type { Budget } from '../../proof/budget.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import { pricedCars } from './priced-cars.ts';
import { type Looked, StepBound } from './raise-bound.ts';

/** A plan this near to the bound is proved, NOK. */
const PROVED_NOK = 5e-4;
/** Less missing than this is nothing, kWh: as the proof reckons. */
const SAME_KWH = 1e-5;
const SAME_NOK = 1e-7;

/** What no plan can beat within each of the capacity steps that are worth a look. */
export class StepBounds {
  readonly #model: Model;
  readonly #keptKwh: number;
  readonly #budget: Budget;
  readonly #all: readonly StepBound[];

  /** `keptKwh`: battery kWh missing beside what each car alone would miss. */
  constructor(model: Model, steps: readonly (number | null)[], keptKwh: number, budget: Budget) {
    this.#model = model;
    this.#keptKwh = keptKwh;
    this.#budget = budget;
    this.#all = steps.map((step) => new StepBound(model, step, keptKwh, budget));
  }

  /** To all steps, of which nothing is then used. */
  offerToAll(prices: Prices): void {
    if (this.#budget.isSpent) return;
    const given = { ...this.#asProved(prices), step: undefined };
    const looked = { prices: given, cars: pricedCars(this.#model, given, [], this.#budget) };
    for (const bound of this.#all) bound.offer(looked);
  }

  /** To one step, with what its hours leave to each car. */
  offerTo(bound: StepBound, prices: Prices): void {
    if (!this.#budget.isSpent) bound.offer(bound.look(this.#asProved(prices)));
  }

  /** Steps in which a plan could still be cheaper, the most promising first. */
  open(costNok: number): StepBound[] {
    return this.#all.filter(({ nok }) => nok < costNok - PROVED_NOK).sort((a, b) => a.nok - b.nok);
  }

  /** Few prices that prove as much as all of them: each takes time to check. The most important last. */
  chosen(): Prices[] {
    const inOrder = this.#all.toSorted((a, b) => a.nok - b.nok);
    const leastNok = inOrder[0]?.nok ?? 0;
    const chosen: Looked[] = [];
    for (const bound of inOrder) {
      if (!bound.best || chosen.some((looked) => bound.worthOf(looked) >= leastNok - SAME_NOK)) continue;
      chosen.push(bound.best);
    }
    return chosen.map(({ prices }) => prices).reverse();
  }

  /** As the proof takes them: what is missing has a price only where something is, and then it has one. */
  #asProved(prices: Prices): Prices {
    return { ...prices, missing: this.#keptKwh > SAME_KWH ? (prices.missing ?? 0) : undefined };
  }
}
