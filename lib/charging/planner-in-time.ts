import type { Clock } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { planProblem } from './plan-problem.ts';
import type { Planner } from './solve-home.ts';

/** The planner with the patience that is left: after this instant only what answers within some ms is asked. */
export function plannerInTime(planner: Planner | undefined, clock: Clock, patientUntil: Instant): Planner {
  const plan = planner ?? planProblem;
  return (problem, patience) => plan(problem, clock.now() < patientUntil ? patience : 'short');
}
