import { Budget } from '../../proof/budget.ts';

/** What a search of one car takes as a rule, ms. */
const SEARCH_MS = 20;

/** What is left to plan with, as milliseconds: each search of a car counts as much as one takes as a rule, so that the same is done each time. */
export class TimeLeft {
  readonly #budget: Budget;

  constructor(budget: Budget = new Budget()) {
    this.#budget = budget;
  }

  get ms(): number {
    return this.#budget.left / 1000;
  }

  /** Cars were searched so many times. */
  searched(times: number): void {
    this.granted(times * SEARCH_MS);
  }

  /** What something else was given. */
  granted(ms: number): void {
    this.#budget.spend(ms * 1000);
  }
}
