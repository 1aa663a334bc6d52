import { chargeAtOnce } from '../engines/charge-at-once.ts';
import type { Plan, Problem, Vehicle } from '../problem/problem.ts';
import type { Verified } from '../proof/attempt.ts';
import { checkPlan } from '../proof/check.ts';

const HOUR_MINUTES = 60;
const LESS_SOC = 0.05;

/**
 * What three changes would add to the cost (negative: save), NOK, each from an exact solve of the changed problem. A change that makes no
 * difference to what is possible, or that would leave more of the battery missing, is left out.
 */
export function wouldCost(
  problem: Problem,
  plan: Verified,
  solve: (changed: Problem) => Verified | undefined,
): Plan['wouldCost'] {
  const solved: readonly (readonly [string, Problem | undefined])[] = [
    ['ready one hour earlier', oneHourEarlier(problem)],
    ['5 % less in the battery', lessTarget(problem)],
  ];
  const changes = solved.map(([change, changed]) => ({ change, check: changed && solve(changed)?.check }));
  changes.push({ change: 'charge at once', check: checkPlan(problem, chargeAtOnce(problem)) });
  return changes.flatMap(({ change, check }) =>
    check && check.shortfallKwh <= plan.check.shortfallKwh + 1e-4
      ? [{ change, nok: Math.round((check.costNok - plan.check.costNok) * 1e6) / 1e6 + 0 }]
      : [],
  );
}

function oneHourEarlier(problem: Problem): Problem | undefined {
  const { arriveSlot, departSlot } = problem.vehicles[0];
  let minutes = 0;
  let departEarlier = departSlot;
  while (minutes < HOUR_MINUTES && departEarlier > arriveSlot) {
    departEarlier -= 1;
    minutes += problem.slots[departEarlier]?.minutes ?? 0;
  }
  return minutes < HOUR_MINUTES ? undefined : changed(problem, { departSlot: departEarlier });
}

function lessTarget(problem: Problem): Problem | undefined {
  const { soc, targetSoc } = problem.vehicles[0];
  return targetSoc - LESS_SOC < soc ? undefined : changed(problem, { targetSoc: targetSoc - LESS_SOC });
}

function changed(problem: Problem, change: Partial<Vehicle>): Problem {
  return { ...problem, vehicles: [{ ...problem.vehicles[0], ...change }] };
}
