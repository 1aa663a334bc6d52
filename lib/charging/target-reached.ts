import type { HomeVehicle } from '../homes/index.ts';
import { socTolerance } from './physics.ts';

/** True where the battery holds what the driver wished, or the car itself says that it is done. */
export function targetReached(vehicle: HomeVehicle): boolean {
  const { observed, wishes } = vehicle;
  if (observed === null) return false;
  if (observed.soc !== null && observed.soc >= wishes.targetSoc - socTolerance) return true;
  return observed.charge === 'complete' && !limitHoldsItBack(vehicle);
}

/** A car that is done at a limit below the wish is not done: the limit is ours to raise, once. */
function limitHoldsItBack({ observed, wishes }: HomeVehicle): boolean {
  const limit = observed?.limitSoc ?? null;
  return limit !== null && limit < wishes.targetSoc - socTolerance;
}
