import type { CapacityStep, Problem } from '../problem/problem.ts';
import { checkPlan, type PlanCheck } from '../proof/check.ts';

/** More than any plan could save: a step at this price, NOK, is passed only where that cannot be helped. */
const NEVER_NOK = 900_000;

/** A plan made for another capacity step: what is to be solved, and what that plan would really cost; null where it misses the step. */
export interface StepChange {
  readonly change: string;
  readonly changed: Problem;
  readonly costOf: (powerKw: readonly (readonly number[])[]) => PlanCheck | null;
}

/** A capacity step lower than the plan's, where the house alone leaves one; and one higher, with its fee, where there is one. */
export function stepChanges(problem: Problem, { demandKw, demandAloneKw }: PlanCheck): StepChange[] {
  const { capacitySteps: steps = [] } = problem;
  const stepOf = (demand: number) => steps.findIndex(({ uptoKw }) => demand <= uptoKw + 1e-9);
  const [now, alone] = [stepOf(demandKw), stepOf(demandAloneKw)];
  const lower = now < 0 ? steps.length - 2 : now - 1;
  const changes: StepChange[] = [];
  if (lower >= 0 && alone >= 0 && alone <= lower) {
    const changed = steps.map((step, k) =>
      k > lower ? { ...step, nokPerMonth: step.nokPerMonth + NEVER_NOK } : step,
    );
    changes.push(
      changeTo(
        problem,
        'a capacity step lower',
        changed,
        (check) => check.demandKw <= uptoKw(steps[lower]) + 1e-9,
      ),
    );
  }
  const higher = steps[now + 1];
  if (now >= 0 && higher) {
    const changed = steps.map((step, k) => (k <= now ? { ...step, nokPerMonth: higher.nokPerMonth } : step));
    changes.push(
      changeTo(
        problem,
        'a capacity step higher',
        changed,
        (check) => check.demandKw > uptoKw(steps[now]) + 1e-9,
      ),
    );
  }
  return changes;
}

function changeTo(
  problem: Problem,
  change: string,
  capacitySteps: readonly CapacityStep[],
  isThere: (check: PlanCheck) => boolean,
): StepChange {
  const costOf: StepChange['costOf'] = (powerKw) => {
    const check = checkPlan(problem, powerKw);
    return isThere(check) ? check : null;
  };
  return { change, changed: { ...problem, capacitySteps }, costOf };
}

function uptoKw(step: CapacityStep | undefined): number {
  return step?.uptoKw ?? 0;
}
