import type { Plan, Problem } from '../planning/index.ts';
import type { HomeProblem } from './home-problem.ts';
import { leastAmpere } from './physics.ts';

export type Planner = (problem: Problem) => Promise<Plan>;

/** A plan, and what a start cost in the problem that it solves, NOK. */
export interface Solved {
  readonly plan: Plan;
  readonly startPenaltyNok: number;
}

/** A start wears the contactor and costs two calls to the car: worth less than any saving a customer would notice. */
export const startPenaltyNok = 0.1;

/** Powers below this are rounding, kW. */
const noKw = 1e-6;
/** A strict plan that leaves this much more missing is not taken for its few starts, kWh. */
const negligibleKwh = 0.01;

/**
 * The home's plan. First as if cars took any power: exact, and fast. Where every car charges in one go at full power, but for the
 * edges of its block, which are charged in a part of their quarter hour, that is a plan to carry out as it stands. Else again with
 * what cars really take: their least current or nothing, and no start that gains next to nothing.
 */
export async function solveHome(home: HomeProblem, planner: Planner): Promise<Solved> {
  const free = { plan: await planner(home.problem), startPenaltyNok: 0 };
  if (isSimpleHome(home) || isInOneGo(home, free.plan.powerKw)) return free;
  const strict = { plan: await planner(withStarts(home)), startPenaltyNok };
  const { solver, shortfallKwh } = strict.plan;
  return solver !== 'none' && shortfallKwh <= free.plan.shortfallKwh + negligibleKwh ? strict : free;
}

/** One car, no fuse and no fee: on and off at full power costs what the powers cost. */
export function isSimpleHome({ cars, house }: HomeProblem): boolean {
  return cars.length === 1 && house.capacity === null && house.fuseKw === null;
}

function withStarts({ problem, cars }: HomeProblem): Problem {
  const vehicles = problem.vehicles.map((vehicle, v) => {
    const minKw = leastAmpere * (cars[v]?.basis.kwPerAmpere ?? 0);
    return minKw > 0 && minKw <= vehicle.maxKw ? { ...vehicle, minKw } : vehicle;
  });
  return { ...problem, vehicles, startPenaltyNok };
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
