import { type CapacityStep, checkPlan, type Plan, type Problem } from '../planning/index.ts';
import { asTaken } from './as-taken.ts';
import { gathered } from './gathered.ts';
import type { HomeProblem } from './home-problem.ts';

/** `short`: only what answers within some ms is asked; the plan may then be far from proved. */
export type Planner = (problem: Problem, patience?: 'long' | 'short') => Promise<Plan>;

export interface Solved {
  readonly plan: Plan;
  /** What may be drawn as cars are told it: the plan's own powers, and where it is not proved, those of others. */
  readonly schedules: readonly Plan['powerKw'][];
  /** The cheapest in kroner that are paid, energy and fee, as if cars took any power: its bound holds for every plan. */
  readonly paid: Plan;
  /** What keeping room under the month's steps costs tonight, NOK: the cheapest with it less the cheapest without, as if cars took any power. */
  readonly roomNok: number;
}

/**
 * A start wakes the car, starts it, stops it and reads what became of that: some ten calls, and a click of the contactor. Nobody is told it as
 * money. Looked at on nights under a capacity fee: at 10 øre they came out in up to eleven pieces, at 50 øre a night of flat prices still in
 * six, at a krone in one.
 */
export const startPenaltyNok = 1;

/** Powers below this are rounding, kW. */
const noKw = 1e-6;
/** A strict plan that leaves this much more missing is not taken for its few starts, kWh. */
const negligibleKwh = 0.01;
/** A search that is proved so near is as good as any other, NOK. */
const negligibleGapNok = 1;
/** Currents that a night is tried with throughout, A. */
const cappedAmperes = [7, 9, 12];
/** Cars that are on or off seldom need more room than this above what they would if they took any power. */
const slicesAbove = 3;

/**
 * The home's plan. First as if cars took any power: exact, and fast. Where every car charges in one go at full power, but for the
 * edges of its block, which are charged in a part of their quarter hour, that is a plan to carry out as it stands. Else again with
 * what cars really take: their least current or nothing, and no start that gains next to nothing.
 */
export async function solveHome(home: HomeProblem, planner: Planner): Promise<Solved> {
  const free = await planner(home.problem);
  const paid = home.asPaid === home.problem ? free : await planner(home.asPaid);
  const roomNok = Math.max(0, paidNok(home, free.powerKw) - paidNok(home, paid.powerKw));
  if (isSimpleHome(home) || isInOneGo(home, free.powerKw)) {
    return { plan: free, schedules: [free.powerKw], paid, roomNok };
  }
  const strict = await planner(withStarts(home, free));
  const isLeft = strict.solver === 'none' || strict.shortfallKwh > free.shortfallKwh + negligibleKwh;
  const plan = isLeft ? free : strict;
  return {
    plan,
    schedules: await schedulesOf(home, { plan, free, isSure: !isLeft }, planner),
    paid,
    roomNok,
  };
}

/** Energy and fee as they are paid, NOK. */
export function paidNok({ asPaid }: HomeProblem, powerKw: Plan['powerKw']): number {
  const { energyNok, capacityNok } = checkPlan(asPaid, powerKw).parts;
  return energyNok + capacityNok;
}

/** Where the search for few starts went astray, plans for cars that take any power, all of them and at most so many amperes. */
async function schedulesOf(
  home: HomeProblem,
  { plan, free, isSure }: { plan: Plan; free: Plan; isSure: boolean },
  planner: Planner,
): Promise<Plan['powerKw'][]> {
  const found = [plan.powerKw, free.powerKw, gathered(home, free.powerKw)];
  if (isSure && plan.gapNok <= negligibleGapNok) return found;
  for (const ampere of home.cars.some(({ basis }) => basis.kwPerAmpere !== null) ? cappedAmperes : []) {
    const vehicles = home.problem.vehicles.map((vehicle, v) => {
      const kw = ampere * (home.cars[v]?.basis.kwPerAmpere ?? Number.POSITIVE_INFINITY);
      return {
        ...vehicle,
        slotMaxKw: home.problem.slots.map((_, t) => Math.min(kw, vehicle.slotMaxKw?.[t] ?? vehicle.maxKw)),
      };
    });
    const capped = await planner({ ...home.problem, vehicles }, 'short');
    if (capped.shortfallKwh <= free.shortfallKwh + negligibleKwh) found.push(gathered(home, capped.powerKw));
  }
  return found;
}

/** Plans of cars as they take power that leave an ampere of the fuse free. */
export async function lessAnAmpere(home: HomeProblem, planner: Planner): Promise<Plan['powerKw'][]> {
  const { fuseKw } = home.problem;
  const ampereKw = Math.max(0, ...home.cars.map(({ basis }) => basis.kwPerAmpere ?? 0));
  if (fuseKw === undefined || ampereKw === 0) return [];
  const problem = { ...home.problem, fuseKw: fuseKw - ampereKw };
  const free = await planner(problem);
  const strict = await planner(withStarts({ ...home, problem }, free));
  return [strict, free].filter(({ solver }) => solver !== 'none').map(({ powerKw }) => powerKw);
}

/** One car that may pause, no fuse and no fee: on and off at full power costs what the powers cost. */
export function isSimpleHome({ cars, house, problem }: HomeProblem): boolean {
  const mayPause = problem.vehicles.every(({ oneBlock = false }) => !oneBlock);
  return cars.length === 1 && mayPause && house.capacity === null && house.fuseKw === null;
}

function withStarts({ problem, cars, house }: HomeProblem, free: Plan): Problem {
  const vehicles = problem.vehicles.map((vehicle, v) => asTaken(vehicle, cars[v]));
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

function isInOneGo({ problem, meter }: HomeProblem, powerKw: Plan['powerKw']): boolean {
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
  const fuseCarriesAll = meter.every(({ baseLoadKw = 0 }, t) => {
    const kw = problem.vehicles.reduce((sum, { maxKw }, v) => sum + (isOn(v, t) ? maxKw : 0), 0);
    return kw === 0 || baseLoadKw + kw <= (problem.fuseKw ?? Number.POSITIVE_INFINITY) + noKw;
  });
  return inOneBlock && fullInside && fuseCarriesAll;
}
