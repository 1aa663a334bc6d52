import type { HomeVehicle, PlanInForce } from '../homes/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import { socTolerance } from './physics.ts';
import { targetReached } from './target-reached.ts';
import { windowNow } from './windows-in-force.ts';

export type DesiredState = 'charging' | 'paused' | 'leave-alone';

/** What we know of a car is not known any more after this long without an answer about it. */
const staleMs = HOUR_MS;

/**
 * What the car should be doing. It is paused only where the driver says so, or where everything that a plan needs is
 * known and the plan says so: whatever is unknown, the car charges.
 */
export function desiredState(vehicle: HomeVehicle, now: Instant): DesiredState {
  const wanted = stateWanted(vehicle, now);
  const hasToWait = vehicle.allowedAmpere === 0 && windowNow(vehicle, now) === null;
  return wanted === 'charging' && hasToWait ? 'paused' : wanted;
}

/** What it should be doing had it the fuse to itself. */
export function stateWanted(vehicle: HomeVehicle, now: Instant): DesiredState {
  const { observed, plan, mode } = vehicle;
  if (observed === null || observed.plug !== 'plugged') return 'leave-alone';
  if (mode === 'pause') return 'paused';
  if (mode === 'charge-now') return targetReached(vehicle) ? 'leave-alone' : 'charging';
  if (observed.soc === null || now - observed.fetchedAt > staleMs || plan === null) return 'charging';
  if (targetReached(vehicle) && observed.soc >= plan.endSoc - socTolerance) return 'leave-alone';
  return leavesNoChoice(plan) ? 'charging' : byPlan(vehicle, plan, now);
}

function byPlan(vehicle: HomeVehicle, plan: PlanInForce, now: Instant): DesiredState {
  const inWindow = plan.windows.some(({ fromAt, untilAt }) => fromAt <= now && now < untilAt);
  if (inWindow) return 'charging';
  const planIsOver = now >= (plan.windows.at(-1)?.untilAt ?? plan.readyAt);
  return planIsOver ? afterPlan(vehicle, plan, now) : 'paused';
}

/**
 * What the last window left undone is done at once, behind a fuse by a new plan (whyReplan) or once the ready time is past; the car's limit
 * ends it. More than wished was for the plan's windows only.
 */
function afterPlan(vehicle: HomeVehicle, plan: PlanInForce, now: Instant): DesiredState {
  const waitsForPlan = plan.fuseKw !== null && now < plan.readyAt;
  if (!targetReached(vehicle)) return isTooDear(plan) || waitsForPlan ? 'paused' : 'charging';
  return plan.endSoc > plan.targetSoc + 2 * socTolerance ? 'paused' : 'leave-alone';
}

/** Every minute counts, or nobody planned it; but the fuse and the driver's price limit hold even then. */
function leavesNoChoice(plan: PlanInForce): boolean {
  if (plan.together === 0 || plan.status === 'no-prices' || plan.mode !== 'plan') return true;
  return plan.status === 'best-effort' && plan.fuseKw === null && !isTooDear(plan);
}

/** Dearer hours are not what the driver wants, even for the target. */
export function isTooDear({ shortfallKwh, explanation }: PlanInForce): boolean {
  return shortfallKwh > 0 && explanation.includes('price-limit');
}
