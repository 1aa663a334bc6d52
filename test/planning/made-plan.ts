import { checkPlan, type Plan, type Problem } from '../../lib/planning/index.ts';

/** A plan with these powers, as the planner would tell it; proved unless told otherwise. No engine is asked. */
export function madePlan(problem: Problem, powerKw: Plan['powerKw'], told: Partial<Plan> = {}): Plan {
  const { shortfallKwh, costNok, parts, starts } = checkPlan(problem, powerKw);
  return {
    status: 'optimal',
    shortfallKwh,
    costNok,
    lowerBoundNok: costNok,
    gapNok: 0,
    parts,
    powerKw,
    starts,
    solver: 'milp',
    solveMs: 0,
    explanation: [],
    wouldCost: [],
    ...told,
  };
}
