import { type PlanInForce, wouldCostChanges } from '../homes/index.ts';
import { checkPlan, type Plan } from '../planning/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { changedWish } from './changed-wish.ts';
import type { HomeProblem } from './home-problem.ts';
import { type Planner, type Solved, solveHome } from './solve-home.ts';

type WouldCost = PlanInForce['wouldCost'][number];

/** So long at most is spent on what the driver did not ask for, ms. */
const patienceMs = 1_500;
/** Missing energy below this is rounding, kWh. */
const nothingMissing = 1e-3;

/**
 * For each car: what one changed wish of it would add to the home's cost, from two plans that are both proved. Those of several cars are
 * compared as if the cars took any power: what they really take is searched for seconds and seldom proved. None where energy is
 * missing anyway, or where a change is none; what patience does not reach is left out.
 */
export async function wouldCostOf(
  solved: Solved,
  home: HomeProblem,
  problemOf: (cars: readonly CarToPlan[]) => HomeProblem,
  planner: Planner,
): Promise<WouldCost[][]> {
  const answers: WouldCost[][] = home.cars.map(() => []);
  const isAlone = home.cars.length === 1;
  const plan = isAlone ? solved.plan : solved.free;
  if (plan.status !== 'optimal') return answers;
  const startedMs = performance.now();
  for (const { v, change, other } of changesOf(home, problemOf)) {
    if (performance.now() - startedMs > patienceMs) break;
    const answer = isAlone ? (await solveHome(other, planner)).plan : await planner(other.problem, 'short');
    const isProved = answer.status === 'optimal' && answer.shortfallKwh <= nothingMissing;
    if (isProved) answers[v]?.push({ change, ore: oreOf(other, answer) - oreOf(home, plan) });
  }
  return answers;
}

/** Each change of each car; the same change of all cars before the next, so that patience is shared. */
function changesOf(home: HomeProblem, problemOf: (cars: readonly CarToPlan[]) => HomeProblem) {
  return wouldCostChanges.flatMap((change) =>
    home.cars.flatMap((car, v) => {
      const changed = changedWish[change](car);
      if (changed === null) return [];
      return [{ v, change, other: problemOf(home.cars.map((one, i) => (i === v ? changed : one))) }];
    }),
  );
}

/** Energy and capacity fee: what a start is held to be worth is no money. */
function oreOf({ problem }: HomeProblem, plan: Plan): number {
  const { parts } = checkPlan(problem, plan.powerKw);
  return (parts.energyNok + parts.capacityNok) * 100;
}
