import { positionHeader, refusal, refuseAsleep, refuseTooMany } from './admission.ts';
import type { SimulatedCar } from './car.ts';
import { jsonReply, type Reply } from './reply.ts';
import { gossip } from './secrets-of-a-home.ts';
import type { Exchange } from './serve.ts';
import type { World } from './world.ts';

export const commandScope = 'vehicle_charging_cmds';

/** The car does it or says why not; both with HTTP 200. */
export function obey(world: World, car: SimulatedCar, exchange: Exchange): Reply {
  const unable = refuseTooMany(world, car, 'command') ?? refuseAsleep(world, car);
  if (unable !== null) {
    return unable;
  }
  const reason = perform(car, exchange.parts.name ?? '', exchange.body);
  if (reason === 'bad') {
    return refusal(world, 400, 'invalid_command');
  }
  const response = {
    result: reason === null,
    reason: reason ?? '',
    vehicle: { about: gossip(world.home, car.state) },
  };
  return jsonReply(200, { response }, positionHeader(world));
}

/** Null: done. `bad`: no such command, or a bad body. */
function perform(car: SimulatedCar, name: string, body: string): string | null {
  switch (name) {
    case 'charge_start':
      return car.start();
    case 'charge_stop':
      return car.stop();
    case 'set_charge_limit': {
      const percent = percentOf(body);
      return percent === null ? 'bad' : car.setLimit(percent);
    }
    default:
      return 'bad';
  }
}

function percentOf(body: string): number | null {
  try {
    const { percent } = JSON.parse(body) as { percent?: unknown };
    const isValid =
      typeof percent === 'number' && Number.isInteger(percent) && percent >= 50 && percent <= 100;
    return isValid ? percent : null;
  } catch {
    return null;
  }
}
