import type { Model } from '../problem/model.ts';
import type { SolverName } from '../problem/problem.ts';
import type { Budget } from '../proof/budget.ts';
import type { Prices } from '../proof/dual-prices.ts';

/** What an engine found. Neither is trusted: powers go to checkPlan, prices to the lower bound. */
export interface Answer {
  /** Mean grid-side kW of each vehicle in each slot of the problem. */
  readonly powerKw: readonly (readonly number[])[];
  /**
   * Prices of the shared limits at the optimum of each capacity step looked at, where the engine knows them: any prices give a
   * valid bound, these a tight one.
   */
  readonly prices?: readonly Prices[] | undefined;
}

/** A way to find a plan. It may throw; null: this problem is not of its kind. Only what must be loaded first answers later. One that could go on and on spends
 * from the budget what it does (without one: of an own), and ends when that is spent. */
export interface Engine {
  readonly name: SolverName;
  solve(model: Model, budget?: Budget): Answer | null | Promise<Answer | null>;
}
