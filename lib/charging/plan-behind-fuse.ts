import type { PlanInForce } from '../homes/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import type { CarLoad } from './home-problem.ts';
import { leastAmpere } from './physics.ts';
import { type Joint, planJointly } from './plan-jointly.ts';
import type { Planner } from './solve-home.ts';

/** Less than this is not worth more of the fuse, kWh. */
const negligibleKwh = 0.1;

interface CarPlanned {
  readonly car: CarToPlan;
  readonly plan: PlanInForce;
}

/**
 * The cars' plans below the fuse less its margin. Driver first: a car that would stand all night because it takes more than that leaves,
 * as one that cannot be told a current, gets its plan from what the fuse carries without the margin, or as if it were just large enough
 * for one such car; the others are planned round it.
 */
export async function planBehindFuse(joint: Joint, planner: Planner): Promise<PlanInForce[]> {
  const within = paired(joint.cars, await planJointly(joint, planner));
  const starving = within.filter(isStarving);
  if (joint.house.fuseKw === null || starving.length === 0) return plansOf(within);
  const served = await servedFirst(joint, starving, planner);
  if (served === null) return plansOf(within);
  const rest = joint.cars.filter((car) => served.every((one) => one.car !== car));
  const loads = [...joint.loads, ...served.flatMap(loadsOf)];
  const round = rest.length === 0 ? [] : await planJointly({ ...joint, cars: rest, loads }, planner);
  const all = [...served, ...paired(rest, round)];
  return joint.cars.flatMap((car) => plansOf(all.filter((one) => one.car === car)));
}

/** Plans of the starving cars behind the smallest fuse that feeds them; null where none does better. */
async function servedFirst(
  joint: Joint,
  starving: readonly CarPlanned[],
  planner: Planner,
): Promise<CarPlanned[] | null> {
  const cars = starving.map(({ car }) => car);
  const { carriesKw } = joint.house;
  const behind = async (fuseKw: number) =>
    paired(cars, await planJointly({ ...joint, cars, house: { ...joint.house, fuseKw } }, planner));
  const unmargined = carriesKw === null ? [] : await behind(carriesKw);
  if (unmargined.length > 0 && !unmargined.some(isStarving)) return unmargined;
  const fed = await behind(enoughKw(joint, cars));
  if (missingKwh(fed) > missingKwh(starving) - negligibleKwh) return null;
  // No fuse was kept to: what a plan without one leaves undone is done at once.
  return fed.map(({ car, plan }) => ({ car, plan: { ...plan, fuseKw: null } }));
}

/** A fuse that carries the most that the house draws and the largest of these cars at the least it takes, kW. */
function enoughKw({ house, loads }: Joint, cars: readonly CarToPlan[]): number {
  const houseKw = cars.flatMap(({ basis, untilAt }) =>
    [...basis.prices.byQuarter.keys()].filter((at) => at < untilAt).map(house.loadKw),
  );
  const besideKw = loads.reduce((sum, { kw }) => sum + kw, 0);
  const leastKw = cars.map(({ basis: { maxKw, kwPerAmpere } }) =>
    kwPerAmpere === null ? maxKw : Math.min(maxKw, leastAmpere * kwPerAmpere),
  );
  return Math.max(0, ...houseKw) + besideKw + Math.max(...leastKw);
}

/** Nothing at all, or to a car that is on or off less than half of what it misses. */
function isStarving({ car, plan }: CarPlanned): boolean {
  const gainedKwh = (plan.endSoc - plan.socAtStart) * car.basis.vehicle.batteryKwh;
  const isLittle = car.basis.kwPerAmpere === null && gainedKwh < plan.shortfallKwh;
  return plan.shortfallKwh > negligibleKwh && (plan.windows.length === 0 || isLittle);
}

function loadsOf({ car, plan }: CarPlanned): CarLoad[] {
  return plan.windows.map(({ fromAt, untilAt, ampere }) => ({
    ...{ fromAt, untilAt },
    kw: ampere === null ? plan.maxKw : ampere * (car.basis.kwPerAmpere ?? 0),
  }));
}

function missingKwh(planned: readonly CarPlanned[]): number {
  return planned.reduce((sum, { plan }) => sum + plan.shortfallKwh, 0);
}

function paired(cars: readonly CarToPlan[], plans: readonly PlanInForce[]): CarPlanned[] {
  return plans.map((plan, v) => ({ car: cars[v] as CarToPlan, plan }));
}

function plansOf(planned: readonly CarPlanned[]): PlanInForce[] {
  return planned.map(({ plan }) => plan);
}
