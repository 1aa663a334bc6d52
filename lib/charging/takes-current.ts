import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { mayCommand } from './budget.ts';
import { failedAttempts } from './command-ledger.ts';

/** An order that was lost once is given again; one that fails twice is not heard. */
const ignoredFrom = 2;

/** Whether the car can be told how much to take: it was agreed to, the car tells its circuit, heeds such orders, and the day has calls left. */
export function takesCurrent(vehicle: HomeVehicle, now: Instant): boolean {
  const circuit = vehicle.observed?.circuit ?? null;
  if (!vehicle.maySetCurrent || circuit === null) return false;
  if (circuit.phases === null || circuit.ampere === null) return false;
  return !ignoresCurrent(vehicle) && mayCommand(vehicle.budget, 'set-current', now);
}

function ignoresCurrent(vehicle: HomeVehicle): boolean {
  const failed = failedAttempts(vehicle, 'set-current').filter(
    ({ settledAt, reason }) => settledAt !== null && reason !== 'asleep',
  );
  return failed.length >= ignoredFrom;
}
