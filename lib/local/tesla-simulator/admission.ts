import type { SimulatedCar } from './car.ts';
import type { LimitedCall } from './rate-limits.ts';
import { errorReply, type Reply } from './reply.ts';
import { gossip } from './secrets-of-a-home.ts';
import type { Exchange } from './serve.ts';
import type { World } from './world.ts';

/** Every answer, also a refusal, says in a header where the car is: nothing in an answer may be trusted to be harmless. */
export function positionHeader(world: World): Record<string, string> {
  return { 'x-vehicle-position': `${world.home.latitude},${world.home.longitude}` };
}

/** The refusal that comes before anything else is looked at, or null: content type, token, scope. */
export function refuseCaller(world: World, exchange: Exchange, scope: string): Reply | null {
  if (!exchange.header('content-type').startsWith('application/json')) {
    return refusal(world, 406, 'not acceptable');
  }
  const [scheme, token] = exchange.header('authorization').split(' ');
  const grant =
    scheme === 'Bearer' ? world.grants.checkAccessToken(token ?? '', world.clock.now()) : 'invalid';
  if (typeof grant === 'string') {
    return refusal(world, 401, grant === 'expired' ? 'token expired (401)' : 'invalid bearer token');
  }
  return grant.scopes.includes(scope) ? null : refusal(world, 403, 'Unauthorized missing scopes');
}

/** Work on the car behind a tag (VIN or id) for a caller who may; else the refusal. */
export function withCar(
  world: World,
  exchange: Exchange,
  scope: string,
  work: (car: SimulatedCar) => Reply,
): Reply {
  const { tag } = exchange.parts;
  const car = world.cars.find(({ state }) => state.vin === tag || state.id === tag);
  const found = () => (car === undefined ? refusal(world, 404, 'not_found') : work(car));
  return refuseCaller(world, exchange, scope) ?? found();
}

/** 429 where the minute is used up. */
export function refuseTooMany(world: World, car: SimulatedCar, call: LimitedCall): Reply | null {
  const { isAllowed, headers } = world.limits.take(car.state.vin, call, world.clock.now());
  return isAllowed ? null : refusal(world, 429, 'Too Many Requests', headers);
}

/** 408 where the car cannot be asked. A car that can is kept awake by being asked. */
export function refuseAsleep(world: World, car: SimulatedCar): Reply | null {
  if (car.snapshot().reach !== 'online') {
    return refusal(world, 408, 'vehicle unavailable: vehicle is offline or asleep');
  }
  car.stir(world.clock.now());
  return null;
}

/** The description gossips, as descriptions may. */
export function refusal(
  world: World,
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const [car] = world.cars;
  const description = car === undefined ? '' : gossip(world.home, car.state);
  return errorReply(status, error, description, { ...positionHeader(world), ...headers });
}
