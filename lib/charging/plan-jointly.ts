import type { PlanInForce } from '../homes/index.ts';
import { checkPlan, type Plan } from '../planning/index.ts';
import { QUARTER_MS, quarterStart } from '../time/index.ts';
import { carInForce } from './car-in-force.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { cheapestTold } from './cheapest-told.ts';
import { bestCurrents } from './currents-of.ts';
import { type CarLoad, type HomeProblem, homeProblem } from './home-problem.ts';
import type { HouseOutlook } from './house-outlook.ts';
import { announcedSchedule } from './keep-announced.ts';
import { planCapacity } from './plan-capacity.ts';
import type { Currents } from './round-to-amperes.ts';
import { lessAnAmpere, type Planner, type Solved, solveHome } from './solve-home.ts';
import { wouldCostOf } from './would-cost-of.ts';

/** Missing energy that is worth another search, kWh. */
const noticedKwh = 0.1;

/** Cars to be planned as one, and what they share. */
export interface Joint {
  readonly cars: readonly CarToPlan[];
  readonly house: HouseOutlook;
  readonly loads: readonly CarLoad[];
  readonly share: number;
  readonly tellsOtherWishes: boolean;
}

/** What is true of all plans of the home that were made together. */
export interface JointPlan {
  readonly home: HomeProblem;
  readonly currents: Currents;
  readonly solver: Plan['solver'];
  readonly isLeastShortfall: boolean;
  /** No plan costs less than this one less this and what room costs, NOK of energy and fee. */
  readonly gapNok: number;
  readonly capacity: PlanInForce['capacity'];
}

/** Each car's share of the cheapest plan for all of them, in their order. */
export async function planJointly(joint: Joint, planner: Planner): Promise<PlanInForce[]> {
  const home = problemOf(joint, joint.cars);
  const solved = await solveHome(home, planner);
  const currents =
    announcedSchedule(home, solved.plan) ?? (await drawnCurrents(solved, home, joint, planner));
  const { told, roomNok, gapNok } = await cheapestTold(
    { home, solved, currents, share: joint.share },
    planner,
  );
  const made: JointPlan = {
    ...{ home, currents: told, gapNok, solver: solved.plan.solver },
    isLeastShortfall: solved.plan.status === 'best-effort',
    capacity: planCapacity(home, told.powerKw, roomNok),
  };
  const wouldCost = joint.tellsOtherWishes
    ? await wouldCostOf(solved, home, (cars) => problemOf(joint, cars), planner)
    : [];
  return joint.cars.map((_, v) => carInForce(made, v, wouldCost[v] ?? []));
}

/** Rounded down, a plan that fills the fuse may leave energy missing: once more then with room for what rounding takes away. */
async function drawnCurrents(
  { schedules, plan }: Solved,
  home: HomeProblem,
  { share }: Joint,
  planner: Planner,
): Promise<Currents> {
  const currents = bestCurrents(home, schedules, share);
  const missingKwh = checkPlan(home.problem, currents.powerKw).shortfallKwh - plan.shortfallKwh;
  if (missingKwh <= noticedKwh) return currents;
  const less = await lessAnAmpere(home, planner);
  return less.length === 0 ? currents : bestCurrents(home, [...schedules, ...less], share);
}

function problemOf({ house, loads }: Joint, cars: readonly CarToPlan[]): HomeProblem {
  const now = cars[0]?.basis.now ?? 0;
  const untilAt = quarterStart(now) + QUARTER_MS;
  const anyway = cars
    .filter(({ chargesAnywayKw }) => chargesAnywayKw > 0)
    .map(({ chargesAnywayKw: kw }) => ({ fromAt: now, untilAt, kw }));
  return homeProblem(cars, house, [...loads, ...anyway], now);
}
