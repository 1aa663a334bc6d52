import type { HomeVehicle } from '../homes/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import { fullPowerKw } from './full-power.ts';
import type { CarLoad } from './home-problem.ts';
import { isLearningPower } from './learning-power.ts';
import { chargingEfficiency } from './physics.ts';
import { targetOf, targetReached } from './target-reached.ts';

/** At least so long: a car tells late, and is planned anew as soon as it does. */
const leastMs = HOUR_MS / 4;
/** A car that does not tell what it holds charges on for as long as a plan looks ahead. */
const unknownMs = 24 * HOUR_MS;

/**
 * What a car takes beside the plans of the others: it has not told yet what it takes, it is late for its ready time, or it cannot be
 * commanded any more. Null where it takes nothing, or is planned.
 */
export function loadBeside(vehicle: HomeVehicle, now: Instant): CarLoad | null {
  const { observed, session, plan, link, mode } = vehicle;
  if (session === null || observed?.plug !== 'plugged') return null;
  const kw = fullPowerKw(vehicle);
  if (link !== 'working') {
    const untilAt = observed.fetchedAt + timeTo(1, vehicle, kw);
    return observed.charge === 'complete' || untilAt <= now ? null : { fromAt: now, untilAt, kw };
  }
  if (isLate(vehicle, now)) {
    return { fromAt: now, untilAt: now + Math.max(leastMs, timeTo(targetOf(vehicle), vehicle, kw)), kw };
  }
  const isUnplanned = plan === null && mode === 'plan' && isLearningPower(vehicle, now);
  return isUnplanned ? { fromAt: now, untilAt: now + leastMs, kw } : null;
}

/** Its ready time is past, and it charges on until it is there. */
export function isLate(vehicle: HomeVehicle, now: Instant): boolean {
  const { plan, mode } = vehicle;
  return plan !== null && mode === 'plan' && now >= plan.readyAt && !targetReached(vehicle);
}

function timeTo(soc: number, { observed, batteryKwh }: HomeVehicle, kw: number): number {
  if (observed === null || observed.soc === null) return unknownMs;
  const missingKwh = (Math.max(0, soc - observed.soc) * batteryKwh) / chargingEfficiency;
  return Math.ceil((missingKwh / kw) * HOUR_MS);
}
