import { chargeAtOnce } from '../engines/charge-at-once.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { checkPlan, type PlanCheck } from '../proof/check.ts';
import { vehicleCheck } from '../proof/check-vehicle.ts';
import { carNames } from './car-names.ts';
import { type StepChange, stepChanges } from './step-changes.ts';
import { vehicleChanges } from './vehicle-changes.ts';

const SHORTFALL_KWH = 1e-4;

/** The powers of a plan that was proved; null where none was. */
export type Solve = (changed: Problem) => Promise<Plan['powerKw'] | null>;

/**
 * What changes would add to the cost (negative: save), NOK, each from an exact solve of the changed problem. A change that makes no
 * difference to what is possible, that would leave more missing, or whose plan was not proved, is left out.
 */
export async function wouldCost(
  problem: Problem,
  powerKw: Plan['powerKw'],
  solve: Solve,
): Promise<Plan['wouldCost']> {
  const now = checkPlan(problem, powerKw);
  const answers: Plan['wouldCost'][number][] = [];
  const add = (change: string, check: PlanCheck | null) => {
    if (!check || check.violations.length > 0 || !(check.shortfallKwh <= now.shortfallKwh + SHORTFALL_KWH))
      return;
    answers.push({ change, nok: Math.round((check.costNok - now.costNok) * 1e6) / 1e6 + 0 });
  };
  for (const asked of changesOf(problem, powerKw, now)) {
    const answer = await solve(asked.changed);
    if (answer) add(asked.change, asked.costOf ? asked.costOf(answer) : checkPlan(asked.changed, answer));
  }
  add('charge at once', checkPlan(problem, chargeAtOnce(problem)));
  return answers;
}

interface Asked {
  readonly change: string;
  readonly changed: Problem;
  readonly costOf?: StepChange['costOf'];
}

function changesOf(problem: Problem, powerKw: Plan['powerKw'], now: PlanCheck): Asked[] {
  const { vehicles, slots } = problem;
  const names = carNames(vehicles);
  const cars = vehicles.flatMap((vehicle, v) => {
    const { starts } = vehicleCheck(vehicle, slots, powerKw[v] ?? [], '');
    return vehicleChanges(problem, v, starts, vehicles.length > 1 ? `${names[v]} ` : '');
  });
  return [...cars, ...withoutFuse(problem), ...stepChanges(problem, now)];
}

/** Only where house and cars could draw more than the fuse carries. */
function withoutFuse(problem: Problem): Asked[] {
  const { fuseKw, slots, vehicles } = problem;
  if (fuseKw === undefined) return [];
  const canBind = slots.some(({ baseLoadKw = 0, solarKw = 0 }, t) => {
    const there = vehicles.filter(({ arriveSlot, departSlot }) => arriveSlot <= t && t < departSlot);
    const carsKw = there.reduce(
      (sum, { maxKw, slotMaxKw }) => sum + Math.min(maxKw, slotMaxKw?.[t] ?? maxKw),
      0,
    );
    return carsKw > 0 && baseLoadKw - solarKw + carsKw > fuseKw;
  });
  return canBind ? [{ change: 'without the fuse limit', changed: { ...problem, fuseKw: undefined } }] : [];
}
