import type { Vehicle } from '../planning/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import { leastAmpere } from './physics.ts';

/** A car as it takes power: its least current or nothing. */
export function asTaken(vehicle: Vehicle, car: CarToPlan | undefined): Vehicle {
  const minKw = leastAmpere * (car?.basis.kwPerAmpere ?? 0);
  return minKw > 0 && minKw <= vehicle.maxKw ? { ...vehicle, minKw } : vehicle;
}
