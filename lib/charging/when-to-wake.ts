import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { budgetOn, mayWake } from './budget.ts';
import { desiredState } from './desired-state.ts';
import { differences } from './difference.ts';

/** A sleeping car is called this long before it is to charge: it takes 10 to 60 seconds to listen. */
export const wakeLeadMs = 60_000;
/** How soon after the call we look whether it listens. */
export const wakeCheckMs = 45_000;
const patienceMs = 120_000;

/** A sleeping car is woken for one thing only: to charge. Never to be read. */
export function shouldWake(vehicle: HomeVehicle, now: Instant): boolean {
  return (
    isAsleepThoughNeeded(vehicle, now) && mayWake(vehicle.budget, now) && now >= nextWakeAt(vehicle, now)
  );
}

export function isAsleepThoughNeeded(vehicle: HomeVehicle, now: Instant): boolean {
  if (vehicle.observed?.reach !== 'asleep') return false;
  const soonAt = now + wakeLeadMs;
  const soon = desiredState(vehicle, soonAt);
  return soon === 'charging' && differences(vehicle, soon, soonAt).length > 0;
}

/** Called again after 2 minutes, then 4, 8 and so on with every call of the day. */
export function nextWakeAt({ contact, budget }: HomeVehicle, now: Instant): Instant {
  if (contact.wokenAt === null) return 0;
  return contact.wokenAt + patienceMs * 2 ** Math.max(0, budgetOn(budget, now).wakes - 1);
}

/** True while a call we made may still be working. */
export function isWaking({ contact, observed }: HomeVehicle, now: Instant): boolean {
  return observed?.reach === 'asleep' && contact.wokenAt !== null && now < contact.wokenAt + patienceMs;
}
