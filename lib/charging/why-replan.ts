import type { HomeVehicle, PlanInForce, PlanReason } from '../homes/index.ts';
import { HOUR_MS, type Instant, localDate } from '../time/index.ts';
import { isTooDear } from './desired-state.ts';
import { expectedSoc } from './expected-soc.ts';
import { isLearningPower } from './learning-power.ts';
import { readyWish, wishesKeyOf } from './ready-wish.ts';
import { runningBlock } from './running-block.ts';
import { takesCurrent } from './takes-current.ts';
import { targetReached } from './target-reached.ts';

/** The battery may be this far off before the plan is made anew. */
const offPlanSoc = 0.03;
/** Power that is more by this share is another, less by that: volts vary, and some cars tell whole kilowatts. */
const otherPower = { more: 0.1, less: 0.15 };
/** Above this cars take less and less of what they can. */
const taperFromSoc = 0.8;
/** Where nothing could be found behind the fuse it is looked for again after this: what the house draws is estimated by the hour. */
const lookAgainMs = HOUR_MS;

/** Why the plan in force must be replaced; null: it stays as it is, to the quarter. `othersKey`: what the other cars do now. */
export function whyReplan(
  vehicle: HomeVehicle,
  pricesUsed: readonly string[],
  now: Instant,
  othersKey?: string,
): PlanReason | null {
  const { plan, session, observed } = vehicle;
  if (session === null || observed?.plug !== 'plugged' || vehicle.link !== 'working') return null;
  if (plan === null) return isLearningPower(vehicle, now) ? null : 'plugged-in';
  const reason = whyReplace(vehicle, plan, pricesUsed, now);
  if (reason !== null || plan.together === 0 || now >= plan.readyAt) return reason;
  if (runningBlock(vehicle, now) !== null) return null;
  return othersKey === undefined || plan.othersKey === othersKey ? null : 'another-car';
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
  const terms = otherTerms(plan);
  if (terms !== null) return terms;
  if (plan.mode !== 'plan') return null;
  if (takesOtherPower(vehicle, plan, now)) return 'power-changed';
  if (runningBlock(vehicle, now) !== null) return null;
  if (pricesArrived(plan, pricesUsed, now)) return 'prices-arrived';
  return batteryOffPlan(vehicle, plan) || isLeftShort(vehicle, plan, now) ? 'battery-off-plan' : null;
}

/** A car that is late charges on until it is there; the next night is planned after that. */
function endsAtDeadline(vehicle: HomeVehicle, plan: PlanInForce): boolean {
  return plan.mode !== 'plan' || targetReached(vehicle);
}

/** Compared as it was understood when the plan was made: on the days the clocks change the wall-clock time itself may not exist. */
function wishesChanged({ wishes }: HomeVehicle, plan: PlanInForce): boolean {
  const wish = readyWish(wishes, plan.madeAt);
  if (plan.targetSoc !== wish.targetSoc || plan.readyAt !== wish.readyAt) return true;
  return plan.wishesKey !== '' && plan.wishesKey !== wishesKeyOf(wish, wishes);
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

/** New terms of the home mark the plans they find with a revision that no price day has (lib/homes): what they cost is no longer true. */
function otherTerms({ pricesUsed }: PlanInForce): PlanReason | null {
  const marks = pricesUsed.filter((day) => day.endsWith('/0'));
  if (marks.length === 0) return null;
  return marks.every((day) => day.startsWith('house/')) ? 'house-changed' : 'contract-changed';
}

/** Takes more or less than was counted on, or minds its current where the plan took it for on or off, or the other way round. */
function takesOtherPower(vehicle: HomeVehicle, plan: PlanInForce, now: Instant): boolean {
  const { session, observed } = vehicle;
  const told = session?.maxKw ?? plan.maxKw;
  const isTapering = (observed?.soc ?? 0) >= taperFromSoc;
  if (plan.together === 0) return false;
  if (told > plan.maxKw * (1 + otherPower.more)) return true;
  if (told < plan.maxKw * (1 - otherPower.less) && !isTapering) return true;
  const seesMeter = plan.fuseKw !== null || plan.capacity !== null;
  return seesMeter && takesCurrent(vehicle, now) !== (plan.kwPerAmpere !== null);
}

/**
 * Behind a fuse nothing is charged without a plan: what the last window was seen to leave undone gets one at once, also where the plan said
 * that it would (another car may take less by now); only a price limit is a reason to leave it.
 */
function isLeftShort(vehicle: HomeVehicle, plan: PlanInForce, now: Instant): boolean {
  const overAt = plan.windows.at(-1)?.untilAt ?? emptyUntilAt(plan);
  const isDone = isTooDear(plan) || targetReached(vehicle);
  const isSeen = (vehicle.observed?.fetchedAt ?? 0) >= overAt;
  return plan.fuseKw !== null && plan.together > 0 && now >= overAt && isSeen && !isDone;
}

/** A plan without a window stands where nothing is missing. */
function emptyUntilAt({ shortfallKwh, madeAt }: PlanInForce): Instant {
  return shortfallKwh > 0 ? madeAt + lookAgainMs : Number.POSITIVE_INFINITY;
}

function batteryOffPlan({ observed, batteryKwh }: HomeVehicle, plan: PlanInForce): boolean {
  if (plan.together === 0 || plan.status === 'best-effort' || plan.status === 'no-prices') return false;
  if (observed === null || observed.soc === null || observed.observedAt <= plan.madeAt) return false;
  return Math.abs(observed.soc - expectedSoc(plan, batteryKwh, observed.observedAt)) > offPlanSoc;
}
