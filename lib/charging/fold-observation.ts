import type { Observation } from '../devices/index.ts';
import type { FinishedSession, HomeVehicle } from '../homes/index.ts';
import type { KnownPrices } from './known-prices.ts';
import { mergeObservation } from './merge-observation.ts';
import { meterEnergy } from './meter-energy.ts';
import { closeSession, openSession } from './session.ts';

export interface Folded {
  readonly vehicle: HomeVehicle;
  readonly finished: FinishedSession | null;
}

/** What a reading makes of the car: its session opened, metered or ended. Same reading, same result. */
export function foldObservation(vehicle: HomeVehicle, told: Observation, prices: KnownPrices): Folded {
  const observed = mergeObservation(vehicle.observed, told);
  const seen = { ...vehicle, observed };
  if (observed.reach !== 'online' || observed.plug === 'unknown') return { vehicle: seen, finished: null };
  if (observed.plug === 'unplugged') return unplugged(seen, observed, prices);
  const open = vehicle.session ?? openSession(vehicle.observed, observed);
  return { vehicle: { ...seen, session: meterEnergy(open, observed, seen, prices) }, finished: null };
}

/** The driver's word and the plan end with the session. A session in which nothing flowed is not worth a row. */
function unplugged(vehicle: HomeVehicle, observed: Observation, prices: KnownPrices): Folded {
  if (vehicle.session === null) return { vehicle, finished: null };
  const session = meterEnergy(vehicle.session, observed, vehicle, prices);
  const ended: HomeVehicle = {
    ...vehicle,
    session: null,
    plan: null,
    mode: 'plan',
    owed: { ...vehicle.owed, pausedByUs: false },
  };
  const finished = closeSession(vehicle, session, observed);
  return { vehicle: ended, finished: finished.gridKwh > 0 ? finished : null };
}
