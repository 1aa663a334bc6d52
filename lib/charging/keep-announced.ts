import type { PlanReason } from '../homes/index.ts';
import { checkPlan, type Plan } from '../planning/index.ts';
import { QUARTER_MS } from '../time/index.ts';
import { fuseCarries } from './fuse-carries.ts';
import type { HomeProblem } from './home-problem.ts';
import { socTolerance } from './physics.ts';
import type { Currents } from './round-to-amperes.ts';
import { startPenaltyNok } from './solve-home.ts';

/** A plan that the driver has seen is given up only for more than this, NOK: nobody wants to find other hours for some øre. */
const worthChangingNok = 0.5;

/** What the driver did not ask for. */
const reasonsOfOurs: readonly PlanReason[] = ['prices-arrived', 'battery-off-plan', 'another-car'];

/**
 * The schedule that was announced, where the new one is not the driver's wish, gains too little, and the old one still does what is
 * asked; null: the new one.
 */
export function announcedSchedule(home: HomeProblem, plan: Plan): Currents | null {
  if (!home.cars.every(({ basis }) => reasonsOfOurs.includes(basis.reason))) return null;
  const rows = home.cars.map((_, v) => announcedRow(home, v));
  if (rows.some((row) => row === null)) return null;
  const old = rows.map((row) => row ?? []);
  const was = checkPlan(home.problem, old);
  const is = checkPlan(home.problem, plan.powerKw);
  const roundingKwh = home.cars.reduce((sum, { basis }) => sum + socTolerance * basis.vehicle.batteryKwh, 0);
  const holds = was.violations.length === 0 && was.shortfallKwh <= is.shortfallKwh + roundingKwh;
  const costNok = (check: typeof was) =>
    check.parts.energyNok + check.parts.capacityNok + check.starts * startPenaltyNok;
  const announced = { powerKw: old, ampere: home.cars.map((_, v) => announcedAmperes(home, v)) };
  const isKept = holds && costNok(was) - costNok(is) <= worthChangingNok;
  return isKept && fuseCarries(home, announced) ? announced : null;
}

/** The old plan's powers in the slots of the new problem; null where it was not a plan by choice, or for another time. */
function announcedRow({ problem, startsAt, cars, current }: HomeProblem, v: number): number[] | null {
  const car = cars[v];
  const vehicle = problem.vehicles[v];
  const plan = car?.basis.vehicle.plan ?? null;
  if (car === undefined || vehicle === undefined || plan === null || plan.together === 0) return null;
  if (plan.readyAt !== car.basis.readyAt || plan.status === 'no-prices') return null;
  const kwAt = new Map(plan.slots.map(({ startAt, powerKw }) => [startAt, powerKw]));
  return startsAt.map((startAt, t) => {
    const kw = t < vehicle.arriveSlot || t >= vehicle.departSlot ? 0 : (kwAt.get(startAt) ?? 0);
    const restOfQuarter = t === current ? (startAt + QUARTER_MS - car.basis.now) / QUARTER_MS : 1;
    return Math.min(kw, vehicle.slotMaxKw?.[t] ?? vehicle.maxKw, vehicle.maxKw * restOfQuarter);
  });
}

/** As its windows had it. */
function announcedAmperes({ startsAt, cars }: HomeProblem, v: number): (number | null)[] {
  const windows = cars[v]?.basis.vehicle.plan?.windows ?? [];
  return startsAt.map((startAt) => {
    const window = windows.find(({ fromAt, untilAt }) => fromAt < startAt + QUARTER_MS && startAt < untilAt);
    return window?.ampere ?? null;
  });
}
