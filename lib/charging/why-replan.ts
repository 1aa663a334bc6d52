import type { HomeVehicle, PlanInForce, PlanReason } from '../homes/index.ts';
import { type Instant, localDate, nextLocalTime } from '../time/index.ts';
import { expectedSoc } from './expected-soc.ts';
import { isLearningPower } from './learning-power.ts';
import { targetReached } from './target-reached.ts';

/** The battery may be this far off before the plan is made anew. */
const offPlanSoc = 0.03;

/** Why the plan in force must be replaced; null: it stays as it is, to the quarter. */
export function whyReplan(
  vehicle: HomeVehicle,
  pricesUsed: readonly string[],
  now: Instant,
): PlanReason | null {
  const { plan, session, observed } = vehicle;
  if (session === null || observed?.plug !== 'plugged') return null;
  if (plan === null) return isLearningPower(vehicle, now) ? null : 'plugged-in';
  return whyReplace(vehicle, plan, pricesUsed, now);
}

function whyReplace(
  vehicle: HomeVehicle,
  plan: PlanInForce,
  pricesUsed: readonly string[],
  now: Instant,
): PlanReason | null {
  if (plan.mode !== vehicle.mode) return 'mode-changed';
  if (wishesChanged(vehicle, plan)) return 'wishes-changed';
  if (now >= plan.readyAt) return endsAtDeadline(vehicle, plan) ? 'deadline-passed' : null;
  if (madeOnOtherTerms(plan)) return 'contract-changed';
  if (plan.mode !== 'plan') return null;
  if (pricesArrived(plan, pricesUsed, now)) return 'prices-arrived';
  return batteryOffPlan(vehicle, plan) ? 'battery-off-plan' : null;
}

/** A car that is late charges on until it is there; the next night is planned after that. */
function endsAtDeadline(vehicle: HomeVehicle, plan: PlanInForce): boolean {
  return plan.mode !== 'plan' || targetReached(vehicle);
}

/** Compared as it was understood when the plan was made: on the days the clocks change the wall-clock time itself may not exist. */
function wishesChanged({ wishes }: HomeVehicle, plan: PlanInForce): boolean {
  return plan.targetSoc !== wishes.targetSoc || nextLocalTime(plan.madeAt, wishes.readyBy) !== plan.readyAt;
}

/** Only the days from now until the car is to be ready concern it: a new revision of yesterday changes nothing. */
function pricesArrived(plan: PlanInForce, pricesUsed: readonly string[], now: Instant): boolean {
  const first = localDate(now);
  const last = localDate(plan.readyAt);
  const concerning = (used: readonly string[]) =>
    used
      .filter((day) => {
        const date = day.split('/')[1] ?? '';
        return date >= first && date <= last;
      })
      .sort()
      .join();
  return concerning(plan.pricesUsed) !== concerning(pricesUsed);
}

/** A new contract marks the plans it finds with a revision that no price day has (lib/homes): what they cost is no longer true. */
function madeOnOtherTerms({ pricesUsed }: PlanInForce): boolean {
  return pricesUsed.some((day) => day.endsWith('/0'));
}

function batteryOffPlan({ observed, batteryKwh }: HomeVehicle, plan: PlanInForce): boolean {
  if (plan.status === 'best-effort' || plan.status === 'no-prices') return false;
  if (observed === null || observed.soc === null || observed.observedAt <= plan.madeAt) return false;
  return Math.abs(observed.soc - expectedSoc(plan, batteryKwh, observed.observedAt)) > offPlanSoc;
}
