import type { HomeVehicle } from '../homes/index.ts';
import { targetOf } from './target-reached.ts';

/** The car's own limit that lets it stop by itself where the plan ends; whole percent upwards, 50–100 as cars take it. */
export function limitWanted(vehicle: HomeVehicle): number {
  const endSoc = Math.max(vehicle.plan?.endSoc ?? 0, targetOf(vehicle));
  const percent = Math.ceil(endSoc * 100 - 1e-6);
  return Math.min(100, Math.max(50, percent)) / 100;
}
