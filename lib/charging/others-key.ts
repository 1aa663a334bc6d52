import type { Home, HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { isLate, loadBeside } from './load-beside.ts';
import { targetReached } from './target-reached.ts';

/** What the other cars of the home are to a plan of this one: planned with it, charging beside it, or nothing. Another text, another plan. */
export function othersKeyOf(home: Home, vehicle: HomeVehicle, now: Instant): string {
  return home.vehicles
    .filter(({ vehicleRef }) => vehicleRef !== vehicle.vehicleRef)
    .flatMap((other) => {
      const role = roleOf(other, now);
      return role === null ? [] : [`${other.vehicleRef}:${role}`];
    })
    .sort()
    .join();
}

function roleOf(vehicle: HomeVehicle, now: Instant): 'planned' | 'charging' | 'late' | null {
  const { observed, session, mode, link } = vehicle;
  if (session === null || observed?.plug !== 'plugged') return null;
  if (link !== 'working') return loadBeside(vehicle, now) === null ? null : 'charging';
  if (mode === 'pause') return null;
  if (mode === 'charge-now') return targetReached(vehicle) ? null : 'charging';
  if (isLate(vehicle, now)) return 'late';
  if (loadBeside(vehicle, now) !== null) return 'charging';
  return observed.soc === null ? 'charging' : 'planned';
}
