import type { PlanInForce } from '../homes/index.ts';
import { checkPlan, type Plan } from '../planning/index.ts';
import { QUARTER_MS, quarterStart } from '../time/index.ts';
import { carInForce } from './car-in-force.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { type CarLoad, type HomeProblem, homeProblem } from './home-problem.ts';
import type { HouseOutlook } from './house-outlook.ts';
import { announcedSchedule } from './keep-announced.ts';
import { levelled } from './levelled.ts';
import { planCapacity } from './plan-capacity.ts';
import { amperesBelow, type Currents, roundToAmperes } from './round-to-amperes.ts';
import { isSimpleHome, type Planner, type Solved, solveHome } from './solve-home.ts';
import { staggered } from './stagger.ts';
import { wouldCostOf } from './would-cost-of.ts';

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
  readonly gapNok: number;
  readonly capacity: PlanInForce['capacity'];
}

/** Each car's share of the cheapest plan for all of them, in their order. */
export async function planJointly(joint: Joint, planner: Planner): Promise<PlanInForce[]> {
  const home = problemOf(joint, joint.cars);
  const solved = await solveHome(home, planner);
  const announced = announcedSchedule(home, solved.plan);
  const powerKw = announced ?? arranged(home, solved.plan.powerKw, joint.share);
  const currents = currentsOf(home, powerKw);
  const made: JointPlan = {
    ...{ home, currents, solver: solved.plan.solver, gapNok: gapNok(solved, home, currents) },
    isLeastShortfall: solved.plan.status === 'best-effort',
    capacity: planCapacity(home, currents.powerKw),
  };
  const wouldCost = joint.tellsOtherWishes
    ? await wouldCostOf(solved, home, (cars) => problemOf(joint, cars), planner)
    : [];
  return joint.cars.map((_, v) => carInForce(made, v, wouldCost[v] ?? []));
}

/** Of plans that cost the same, the one with the fewest changes of current, begun when this home begins. */
function arranged(home: HomeProblem, powerKw: Plan['powerKw'], share: number): Plan['powerKw'] {
  return staggered(home, isSimpleHome(home) ? powerKw : levelled(home, powerKw), share);
}

/** Where nothing but the price counts, a car charges at full power for part of a quarter hour: it need not be told any current. */
function currentsOf(home: HomeProblem, powerKw: Plan['powerKw']): Currents {
  if (isSimpleHome(home)) return { powerKw, ampere: powerKw.map((row) => row.map(() => null)) };
  return roundToAmperes(home, { powerKw }) ?? amperesBelow(home, powerKw);
}

function problemOf({ house, loads }: Joint, cars: readonly CarToPlan[]): HomeProblem {
  const now = cars[0]?.basis.now ?? 0;
  const untilAt = quarterStart(now) + QUARTER_MS;
  const anyway = cars
    .filter(({ chargesAnywayKw }) => chargesAnywayKw > 0)
    .map(({ chargesAnywayKw: kw }) => ({ fromAt: now, untilAt, kw }));
  return homeProblem(cars, house, [...loads, ...anyway], now);
}

/**
 * How far what will be carried out can be from the cheapest. Both are costs of the problem that was solved: with what a start is held to be
 * worth, and what room under the month's steps is, beside the money.
 */
function gapNok(
  { lowerBoundNok, startPenaltyNok }: Solved,
  { problem }: HomeProblem,
  { powerKw }: Currents,
): number {
  const { parts, starts } = checkPlan(problem, powerKw);
  return Math.max(0, parts.energyNok + parts.capacityNok + starts * startPenaltyNok - lowerBoundNok);
}
