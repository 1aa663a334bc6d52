import type { Fuse, HomeVehicle } from '../homes/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import { pendingCommand } from './command-ledger.ts';
import { fullPowerKw } from './full-power.ts';
import { circuitKwPerAmpere } from './kw-per-ampere.ts';

/** What was seen of a car says nothing of it any more after so long. */
const staleMs = HOUR_MS;

/** What the car may be drawing, kW: what it is set to where it was seen charging or may have been started since; 0 where it was not. */
export function drawsNowKw(vehicle: HomeVehicle, net: Fuse['net'], now: Instant): number {
  const { observed } = vehicle;
  if (observed === null || observed.plug !== 'plugged' || now - observed.fetchedAt > staleMs) return 0;
  const pending = pendingCommand(vehicle);
  const charges = observed.charge === 'charging' || observed.charge === 'starting';
  if (!charges && pending?.kind !== 'start') return 0;
  // An order on its way may have been heard or not.
  return kwAt(vehicle, net, Math.max(observed.circuit?.ampere ?? 0, pending?.ampere ?? 0));
}

/** What it takes at so many amperes, kW; all it can where it does not tell what an ampere is. */
export function kwAt(vehicle: HomeVehicle, net: Fuse['net'], ampere: number | null): number {
  const perAmpere = circuitKwPerAmpere(vehicle.observed, net);
  const fullKw = fullPowerKw(vehicle);
  return perAmpere === null || ampere === null ? fullKw : Math.min(fullKw, ampere * perAmpere);
}
