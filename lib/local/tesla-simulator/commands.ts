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
      const percent = wholeNumber(body, 'percent', 50, 100);
      return percent === null ? 'bad' : car.setLimit(percent);
    }
    case 'set_charging_amps': {
      const amperes = wholeNumber(body, 'charging_amps', 0, 48);
      return amperes === null ? 'bad' : car.setAmperes(amperes);
    }
    default:
      return 'bad';
  }
}

function wholeNumber(body: string, name: string, least: number, most: number): number | null {
  try {
    const value = (JSON.parse(body) as Record<string, unknown>)[name];
    const isValid = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    return isValid ? value : null;
  } catch {
    return null;
  }
}
