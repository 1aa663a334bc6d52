import * as z from 'zod';
import { asServiceError, type Platform, parseJsonAnswer } from '../../platform/index.ts';
import type { Observation, Reach } from '../port.ts';
import type { MakersVehicle } from '../provider.ts';
import type { GrantSession } from '../vault/session.ts';
import { callApi } from './call-api.ts';
import { chargeStateSchema, observationOf } from './charge-state.ts';

export const vehicleSchema = z.object({
  response: z.object({ state: z.enum(['online', 'asleep', 'offline', 'unknown']).catch('unknown') }),
});
const dataSchema = z.object({ response: z.object({ charge_state: chargeStateSchema }) });

/**
 * The state first, which Tesla answers without asking the car; live data only from a car that is online, because asking
 * keeps it awake. Only `charge_state` is asked for.
 */
export async function read(session: GrantSession, vehicle: MakersVehicle): Promise<Observation> {
  const path = vehiclePath(vehicle);
  const { state } = parseJsonAnswer(await callApi(session, { method: 'GET', path }), vehicleSchema).response;
  if (state !== 'online') {
    return unseen(session.platform, state);
  }
  try {
    const answer = await callApi(session, {
      method: 'GET',
      path: `${path}/vehicle_data?endpoints=charge_state`,
    });
    const fetchedAt = session.platform.clock.now();
    return observationOf(parseJsonAnswer(answer, dataSchema).response.charge_state, fetchedAt);
  } catch (thrown) {
    if (asServiceError(thrown).code === 'asleep') {
      return unseen(session.platform, 'asleep');
    }
    throw thrown;
  }
}

export function vehiclePath(vehicle: MakersVehicle): string {
  return `/api/1/vehicles/${encodeURIComponent(vehicle.id)}`;
}

function unseen(platform: Platform, reach: Reach): Observation {
  const now = platform.clock.now();
  return {
    observedAt: now,
    fetchedAt: now,
    reach,
    soc: null,
    limitSoc: null,
    plug: 'unknown',
    charge: 'unknown',
    powerKw: null,
    maxKw: null,
    sessionKwh: null,
    circuit: null,
  };
}
