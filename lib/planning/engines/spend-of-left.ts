import type { Budget } from '../proof/budget.ts';

/** What a run of HiGHS came to, which may be more than it was given: what is kept of the budget for the proof stays. */
export function spendOfLeft(budget: Budget, units: number): void {
  budget.spend(Math.min(units, budget.left));
}
