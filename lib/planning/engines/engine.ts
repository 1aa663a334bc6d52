import type { Problem, SolverName } from '../problem/problem.ts';

/** A way to find a plan. What it answers is never trusted: plan-charging checks it. It may throw. */
export interface Engine {
  readonly name: SolverName;
  /** Mean grid-side kW in each slot of the problem. */
  solve(problem: Problem): number[];
}
