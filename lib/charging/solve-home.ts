import { type CapacityStep, checkPlan, type Plan, type Problem } from '../planning/index.ts';
import type { HomeProblem } from './home-problem.ts';
import { leastAmpere, socTolerance } from './physics.ts';

/** `short`: only what answers within some ms is asked; the plan may then be far from proved. */
export type Planner = (problem: Problem, patience?: 'long' | 'short') => Promise<Plan>;

export interface Solved {
  readonly plan: Plan;
  /** What a start cost in the problem that the plan solves, NOK. */
  readonly startPenaltyNok: number;
  /** No schedule that does what is asked costs less, NOK, starts at that price. */
  readonly lowerBoundNok: number;
  /** The plan as if cars took any power: exact, where what cars really take is not. */
  readonly free: Plan;
}

/** A start wears the contactor and costs two calls to the car: worth less than any saving a customer would notice. */
export const startPenaltyNok = 0.1;

/** Powers below this are rounding, kW. */
const noKw = 1e-6;
/** A strict plan that leaves this much more missing is not taken for its few starts, kWh. */
const negligibleKwh = 0.01;
/** Cars that are on or off seldom need more room than this above what they would if they took any power. */
const slicesAbove = 3;

/**
 * The home's plan. First as if cars took any power: exact, and fast. Where every car charges in one go at full power, but for the
 * edges of its block, which are charged in a part of their quarter hour, that is a plan to carry out as it stands. Else again with
 * what cars really take: their least current or nothing, and no start that gains next to nothing.
 */
export async function solveHome(home: HomeProblem, planner: Planner): Promise<Solved> {
  const free = await planner(home.problem);
  const asFree = { plan: free, startPenaltyNok: 0, lowerBoundNok: free.lowerBoundNok, free };
  if (isSimpleHome(home) || isInOneGo(home, free.powerKw)) return asFree;
  const plan = await planner(withStarts(home, free));
  if (plan.solver === 'none' || plan.shortfallKwh > free.shortfallKwh + negligibleKwh) return asFree;
  return { plan, startPenaltyNok, lowerBoundNok: strictBound(home, { free, strict: plan }), free };
}

/**
 * Cars that took any power could do no worse, and each that needs energy starts once. Where steps were left out for the plan, its own bound
 * is of another problem.
 */
function strictBound({ problem }: HomeProblem, { free, strict }: { free: Plan; strict: Plan }): number {
  const needy = problem.vehicles.filter(({ soc, targetSoc }) => targetSoc > soc + socTolerance);
  const starts = free.shortfallKwh <= negligibleKwh ? needy.length : 0;
  const relaxedNok = free.lowerBoundNok + starts * startPenaltyNok;
  return Math.max(relaxedNok, isWhole(problem) ? strict.lowerBoundNok : relaxedNok);
}

/** One car, no fuse and no fee: on and off at full power costs what the powers cost. */
export function isSimpleHome({ cars, house }: HomeProblem): boolean {
  return cars.length === 1 && house.capacity === null && house.fuseKw === null;
}

function withStarts({ problem, cars, house }: HomeProblem, free: Plan): Problem {
  const vehicles = problem.vehicles.map((vehicle, v) => {
    const minKw = leastAmpere * (cars[v]?.basis.kwPerAmpere ?? 0);
    return minKw > 0 && minKw <= vehicle.maxKw ? { ...vehicle, minKw } : vehicle;
  });
  const near = isWhole(problem)
    ? {}
    : { capacitySteps: nearSteps(problem, free, house.capacity?.steps ?? []) };
  return { ...problem, vehicles, startPenaltyNok, ...near };
}

/** Whether all steps are kept where starts count. */
function isWhole({ vehicles, capacitySteps }: Problem): boolean {
  return vehicles.length === 1 || capacitySteps === undefined;
}

/**
 * The room under the owner's steps is cut into some thirty slices, and several cars that are on or off are searched for each: only those
 * around the demand of the free plan are kept, beside the owner's own steps. Fees stay what they are or come out higher, never lower.
 */
function nearSteps(problem: Problem, free: Plan, owners: readonly CapacityStep[]): readonly CapacityStep[] {
  const { capacitySteps = [] } = problem;
  const { demandKw } = checkPlan(problem, free.powerKw);
  const at = capacitySteps.findIndex(({ uptoKw }) => demandKw <= uptoKw);
  return capacitySteps.filter(
    ({ uptoKw }, k) => (k >= at && k <= at + slicesAbove) || owners.some((step) => step.uptoKw === uptoKw),
  );
}

function isInOneGo({ problem }: HomeProblem, powerKw: Plan['powerKw']): boolean {
  const isOn = (v: number, t: number) => (powerKw[v]?.[t] ?? 0) > noKw;
  const inOneBlock = powerKw.every(
    (row, v) => row.filter((_, t) => isOn(v, t) && !isOn(v, t - 1)).length <= 1,
  );
  const fullInside = problem.vehicles.every(({ maxKw, slotMaxKw }, v) =>
    (powerKw[v] ?? []).every((kw, t) => {
      const isInside = isOn(v, t - 1) && isOn(v, t) && isOn(v, t + 1);
      return !isInside || kw >= Math.min(maxKw, slotMaxKw?.[t] ?? maxKw) - noKw;
    }),
  );
  const fuseCarriesAll = problem.slots.every(({ baseLoadKw = 0 }, t) => {
    const kw = problem.vehicles.reduce((sum, { maxKw }, v) => sum + (isOn(v, t) ? maxKw : 0), 0);
    return kw === 0 || baseLoadKw + kw <= (problem.fuseKw ?? Number.POSITIVE_INFINITY) + noKw;
  });
  return inOneBlock && fullInside && fuseCarriesAll;
}
