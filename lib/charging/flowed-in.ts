import type { HomeVehicle } from '../homes/index.ts';
import { clip, type Span } from './quarter-shares.ts';
import { windowsInForce } from './windows-in-force.ts';

/** A stretch of time, and the power the plan let flow in it, kW: only how the stretches compare counts. */
export interface Flow extends Span {
  readonly kw: number;
}

/** Between two readings the energy flowed while the plan let it, at the current it was told; where it did not, at any time. */
export function flowedIn(vehicle: HomeVehicle, between: Span): Flow[] {
  const { maxKw = 1, kwPerAmpere = null } = vehicle.plan ?? {};
  const flows = windowsInForce(vehicle).flatMap((window) => {
    const isFull = window.ampere === null || kwPerAmpere === null;
    const kw = isFull ? maxKw : Math.min(maxKw, window.ampere * kwPerAmpere);
    return clip([window], between).map((span) => ({ ...span, kw }));
  });
  return flows.length > 0 ? flows : [{ ...between, kw: 1 }];
}
