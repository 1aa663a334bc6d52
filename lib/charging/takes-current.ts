import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { mayCommand } from './budget.ts';
import { failedAttempts } from './command-ledger.ts';

/** An order that was lost once is given again; one that fails twice is not heard. */
const ignoredFrom = 2;

/** Whether the car can be told how much to take, and it is known how much that is: it has told its phases. */
export function takesCurrent(vehicle: HomeVehicle, now: Instant): boolean {
  return (vehicle.observed?.circuit?.phases ?? null) !== null && heedsCurrent(vehicle, now);
}

/** Whether the car can be told how many amperes to take: it was agreed to, the car heeds such orders, and the day has calls left. */
export function heedsCurrent(vehicle: HomeVehicle, now: Instant): boolean {
  if (!vehicle.maySetCurrent || (vehicle.observed?.circuit?.ampere ?? null) === null) return false;
  return !ignoresCurrent(vehicle) && mayCommand(vehicle.budget, 'set-current', now);
}

function ignoresCurrent(vehicle: HomeVehicle): boolean {
  const failed = failedAttempts(vehicle, 'set-current').filter(
    ({ settledAt, reason }) => settledAt !== null && reason !== 'asleep',
  );
  return failed.length >= ignoredFrom;
}
