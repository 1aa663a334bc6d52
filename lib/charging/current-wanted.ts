import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { windowNow, windowsInForce } from './windows-in-force.ts';

/**
 * What the car should be set to take now, A on each phase: what its window says; without one its share of the fuse, else what it was set to
 * before us, once no window ahead sets it again. Null: let it be.
 */
export function currentWanted(vehicle: HomeVehicle, now: Instant): number | null {
  const { owed, allowedAmpere } = vehicle;
  const window = windowNow(vehicle, now);
  if (window !== null) return window.ampere ?? owed.ampereBefore;
  if (allowedAmpere !== null && allowedAmpere > 0) return allowedAmpere;
  const isSetAgain = windowsInForce(vehicle).some(({ fromAt, ampere }) => fromAt > now && ampere !== null);
  return isSetAgain ? null : owed.ampereBefore;
}
