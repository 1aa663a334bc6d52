import { greedy, lp, modelOf, planCharging } from '../../lib/planning/index.ts';
import type { Planner } from './live-session.ts';

/** The product's own planner, and what its plans came to. */
export interface CountedPlanner {
  readonly plan: Planner;
  readonly counted: { plans: number; spentMs: number; worstGapNok: number };
}

/** The same plans without their proofs, in a twentieth of the time: the first engines alone, and the product where they have no answer. */
export function quickPlanner(product: Planner): Planner {
  return async (problem) => {
    const model = modelOf(problem);
    return (await greedy.solve(model)) ?? (await lp.solve(model)) ?? (await product(problem));
  };
}

export function countedPlanner(): CountedPlanner {
  const counted = { plans: 0, spentMs: 0, worstGapNok: 0 };
  return {
    counted,
    async plan(problem) {
      const startedMs = performance.now();
      const plan = await planCharging(problem, { withExplanation: false });
      counted.spentMs += performance.now() - startedMs;
      counted.plans += 1;
      counted.worstGapNok = Math.max(counted.worstGapNok, plan.gapNok);
      return plan;
    },
  };
}
