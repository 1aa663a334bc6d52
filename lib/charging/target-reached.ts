import type { HomeVehicle } from '../homes/index.ts';
import { socTolerance } from './physics.ts';

/** True where the battery holds what the driver wished, or the car itself says that it is done. */
export function targetReached(vehicle: HomeVehicle): boolean {
  const { observed } = vehicle;
  if (observed === null) return false;
  if (observed.soc !== null && observed.soc >= targetOf(vehicle) - socTolerance) return true;
  return observed.charge === 'complete' && !limitHoldsItBack(vehicle);
}

/** A car that is done at a limit below the wish is not done: the limit is ours to raise, once. */
function limitHoldsItBack(vehicle: HomeVehicle): boolean {
  const limit = vehicle.observed?.limitSoc ?? null;
  return limit !== null && limit < targetOf(vehicle) - socTolerance;
}

/** What the driver wants next, 0–1: of every day, or of the one time that the plan is made for. */
export function targetOf({ plan, wishes }: HomeVehicle): number {
  return plan?.targetSoc ?? wishes.targetSoc;
}
