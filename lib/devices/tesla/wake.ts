import { asServiceError, parseJsonAnswer } from '../../platform/index.ts';
import type { MakersVehicle } from '../provider.ts';
import type { GrantSession } from '../vault/session.ts';
import { callApi } from './call-api.ts';
import { vehiclePath, vehicleSchema } from './read.ts';

/** Tesla answers with the car's state of now: mostly still asleep. */
export async function wake(session: GrantSession, vehicle: MakersVehicle): Promise<'online' | 'asleep'> {
  try {
    const answer = await callApi(session, { method: 'POST', path: `${vehiclePath(vehicle)}/wake_up` });
    return parseJsonAnswer(answer, vehicleSchema).response.state === 'online' ? 'online' : 'asleep';
  } catch (thrown) {
    if (asServiceError(thrown).code === 'asleep') {
      return 'asleep';
    }
    throw thrown;
  }
}
