import type { PlanInForce } from '../homes/index.ts';
import { HOUR_MS, QUARTER_MS } from '../time/index.ts';
import { type CarToPlan, carToPlan } from './car-to-plan.ts';
import type { CarLoad } from './home-problem.ts';
import type { HouseOutlook } from './house-outlook.ts';
import { type Asked, comfortablyReadyAt, knownQuarters, type PlanBasis, planBasis } from './plan-basis.ts';
import { planBehindFuse } from './plan-behind-fuse.ts';
import { planProblem } from './plan-problem.ts';
import { planAtOnce, planPaused } from './plan-without-choice.ts';
import type { Planner } from './solve-home.ts';

/** Cabin and battery of a car on a cold morning, kW: assumed, makers do not tell. */
const warmKw = 5;

/** The cars of a home that are to be planned now; all at one instant, on the same prices. */
export interface HomeAsked {
  readonly asked: readonly Asked[];
  readonly house: HouseOutlook;
  /** Cars that charge until they have told what they take. */
  readonly loads: readonly CarLoad[];
  /** Where this home lies among all, 0–1: homes do not begin on the same second. */
  readonly share: number;
  /** Whether the plans tell what other wishes would cost: some more solves. */
  readonly tellsOtherWishes: boolean;
}

/**
 * A plan for each car of a home, by its reference. Those that leave a choice are planned as one problem; the others charge at once or
 * stand paused, and what they draw is part of the house. Driver first: where the planning fails, the cars charge.
 */
export async function planHome(
  { asked, house, loads, ...others }: HomeAsked,
  planner: Planner = planProblem,
): Promise<ReadonlyMap<string, PlanInForce>> {
  const plans = new Map<string, PlanInForce>();
  const cars: CarToPlan[] = [];
  const fixed: CarLoad[] = [...loads];
  for (const basis of asked.map((one) => planBasis(one, house.net))) {
    const choice = choiceOf(basis, { house, isAlone: asked.length === 1 });
    if ('windows' in choice) {
      plans.set(basis.vehicle.vehicleRef, choice);
      fixed.push(...choice.windows.map((window) => ({ ...window, kw: basis.maxKw })));
    } else cars.push(choice);
    fixed.push(...warmUp(basis));
  }
  if (cars.length === 0) return plans;
  const planned = await orNull(() => planBehindFuse({ cars, house, loads: fixed, ...others }, planner));
  for (const [v, { basis }] of cars.entries()) {
    plans.set(basis.vehicle.vehicleRef, planned?.[v] ?? planAfterFailure(basis));
  }
  return plans;
}

/** What there is to plan for the car, or the plan where there is nothing to choose. */
function choiceOf(
  basis: PlanBasis,
  home: { readonly house: HouseOutlook; readonly isAlone: boolean },
): CarToPlan | PlanInForce {
  const { vehicle, soc, now, maxKw, neededKwh } = basis;
  if (vehicle.mode === 'pause') return planPaused(basis);
  if (vehicle.mode === 'charge-now') {
    return planAtOnce(basis, { status: 'best-effort', explanation: 'driver-charges-now' });
  }
  if (soc === null) return planAtOnce(basis, { status: 'best-effort', explanation: 'no-choice' });
  const wantedUntilAt = comfortablyReadyAt(basis);
  const last = knownQuarters(basis, wantedUntilAt).at(-1);
  const knownUntilAt = last === undefined ? now : last.startAt + QUARTER_MS;
  const fits = now + ((neededKwh ?? 0) / maxKw) * HOUR_MS <= knownUntilAt;
  if (!fits && knownUntilAt + QUARTER_MS <= wantedUntilAt) {
    return planAtOnce(basis, { status: 'no-prices', explanation: 'prices-unknown' });
  }
  if (last === undefined) return planAtOnce(basis, { status: 'best-effort', explanation: 'too-little-time' });
  return carToPlan(basis, soc, knownUntilAt, home);
}

/** What a car draws from the cable to be warm when it is to be ready: nothing where the driver does not wish it. */
function warmUp({ vehicle, readyAt, milestones, maxKw }: PlanBasis): CarLoad[] {
  const { warmMinutes } = vehicle.wishes;
  if (warmMinutes === 0 || vehicle.mode === 'pause') return [];
  return [...milestones.map(({ at }) => at), readyAt].map((untilAt) => ({
    fromAt: untilAt - warmMinutes * 60_000,
    untilAt,
    kw: Math.min(maxKw, warmKw),
  }));
}

function planAfterFailure(basis: PlanBasis): PlanInForce {
  const explanation = basis.neededKwh === 0 ? 'already-charged' : 'no-choice';
  return planAtOnce(basis, { status: 'best-effort', explanation });
}

/** The planner catches its engines' failures itself; should it fail all the same, the cars charge. */
async function orNull<T>(attempt: () => Promise<T>): Promise<T | null> {
  try {
    return await attempt();
  } catch {
    return null;
  }
}
