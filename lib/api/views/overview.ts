import type { Home } from '../../homes/index.ts';
import type { GridOwner } from '../../tariffs/index.ts';
import { type Instant, isoUtc } from '../../time/index.ts';
import type { Overview } from '../contracts/get-overview.ts';
import { homeOf } from './home.ts';
import { overviewVehicle } from './overview-vehicle.ts';

/** Everything the customer's page shows of a home at an instant; a customer without a home sees an empty one. */
export function overviewOf(home: Home | null, gridOwner: GridOwner | null, now: Instant): Overview {
  if (home === null) return { now: isoUtc(now), home: null, vehicles: [], withdrawal: null };
  const { vehicles, withdrawal } = home;
  return {
    now: isoUtc(now),
    home: homeOf(home, gridOwner),
    vehicles: vehicles.map((vehicle) => overviewVehicle(vehicle, now)),
    withdrawal: withdrawal && {
      withdrawalId: withdrawal.withdrawalId,
      requestedAt: isoUtc(withdrawal.requestedAt),
      done: [...withdrawal.done],
    },
  };
}
