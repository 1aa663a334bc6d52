import type { HomeVehicle } from '../homes/index.ts';
import { assumedMaxKw, believablePowerKw } from './physics.ts';

/** Most the car takes where it is plugged in, kW: what it took or told in this session, else what it tells now, else assumed. */
export function fullPowerKw({ session, observed }: HomeVehicle): number {
  return session?.maxKw ?? believablePowerKw(observed?.maxKw ?? null) ?? assumedMaxKw;
}
