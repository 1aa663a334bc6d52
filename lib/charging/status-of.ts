import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { desiredState } from './desired-state.ts';
import { targetReached } from './target-reached.ts';

type StatusKey =
  | 'unplugged'
  | 'waiting'
  | 'charging'
  | 'ready'
  | 'paused-by-you'
  | 'charging-now'
  | 'charging-unplanned'
  | 'asking-the-car'
  | 'needs-relink'
  | 'unreachable';

export interface Status {
  readonly key: StatusKey;
  /** When charging starts next; null where it does not wait. */
  readonly startAt: Instant | null;
  /** When the plan has the target; null where there is no plan that says. */
  readonly readyAt: Instant | null;
}

/** Failures in a row (about a quarter of an hour of them) after which the page says that the car cannot be reached. */
const unreachableFrom = 5;

/** What is happening, in one word for the page. */
export function statusOf(vehicle: HomeVehicle, now: Instant): Status {
  const key = keyOf(vehicle, now);
  const windows = vehicle.plan?.windows ?? [];
  const next = windows.find(({ fromAt }) => fromAt > now);
  const planned = key === 'waiting' || key === 'charging' || key === 'charging-now';
  return {
    key,
    startAt: key === 'waiting' ? (next?.fromAt ?? null) : null,
    readyAt: planned ? (windows.at(-1)?.untilAt ?? null) : null,
  };
}

function keyOf(vehicle: HomeVehicle, now: Instant): StatusKey {
  const { link, observed, contact, plan, mode } = vehicle;
  if (link === 'needs-relink') return 'needs-relink';
  if (contact.failures >= unreachableFrom) return 'unreachable';
  if (observed === null || observed.plug === 'unknown') return 'asking-the-car';
  if (observed.plug === 'unplugged') return 'unplugged';
  if (mode === 'pause') return 'paused-by-you';
  if (targetReached(vehicle)) return 'ready';
  if (mode === 'charge-now') return 'charging-now';
  return plan === null ? 'asking-the-car' : planKey(vehicle, now);
}

/** Charging where the plan says wait, or without prices to plan on, is charging that nobody planned. */
function planKey(vehicle: HomeVehicle, now: Instant): StatusKey {
  const isCharging = vehicle.observed?.charge === 'charging' || vehicle.observed?.charge === 'starting';
  const desired = desiredState(vehicle, now);
  if (!isCharging) return desired === 'charging' ? 'charging' : 'waiting';
  return desired === 'paused' || vehicle.plan?.status === 'no-prices' ? 'charging-unplanned' : 'charging';
}
