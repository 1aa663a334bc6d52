import { positionHeader, refusal, refuseAsleep, refuseCaller, refuseTooMany, withCar } from './admission.ts';
import type { SimulatedCar } from './car.ts';
import { commandScope, obey } from './commands.ts';
import { jsonReply, type Reply } from './reply.ts';
import type { Exchange, Route } from './serve.ts';
import { vehicleData, vehicleObject } from './vehicle-shapes.ts';
import type { World } from './world.ts';

const readScope = 'vehicle_device_data';

/** The Fleet API. Commands sent here are not signed, and most cars refuse those. */
export function apiRoutes(world: World): Route[] {
  return [
    route('region', 'GET', '/api/1/users/region', (exchange) => region(world, exchange)),
    route('list', 'GET', '/api/1/vehicles', (exchange) => list(world, exchange)),
    route('state', 'GET', '/api/1/vehicles/{tag}', (exchange) =>
      withCar(world, exchange, readScope, (car) => state(world, car)),
    ),
    route('data', 'GET', '/api/1/vehicles/{tag}/vehicle_data', (exchange) =>
      withCar(world, exchange, readScope, (car) => data(world, car)),
    ),
    route('wake', 'POST', '/api/1/vehicles/{tag}/wake_up', (exchange) =>
      withCar(world, exchange, readScope, (car) => wake(world, car)),
    ),
    route('command', 'POST', '/api/1/vehicles/{tag}/command/{name}', (exchange) =>
      withCar(world, exchange, commandScope, (car) =>
        car.state.needsSignedCommands ? refuseUnsigned(world) : obey(world, car, exchange),
      ),
    ),
  ];
}

function route(
  kind: Route['kind'],
  method: Route['method'],
  pattern: string,
  answer: Route['answer'],
): Route {
  return { kind, method, pattern, answer };
}

function refuseUnsigned(world: World): Reply {
  return refusal(world, 403, 'Tesla Vehicle Command Protocol required, please refer to the documentation');
}

function region(world: World, exchange: Exchange): Reply {
  return (
    refuseCaller(world, exchange, 'openid') ??
    jsonReply(200, { response: { region: 'eu', fleet_api_base_url: exchange.origin } })
  );
}

function list(world: World, exchange: Exchange): Reply {
  const refused = refuseCaller(world, exchange, readScope);
  if (refused !== null) {
    return refused;
  }
  const asked = Number(exchange.query.get('per_page') ?? 100);
  const perPage = Math.min(asked, world.pageSize);
  const current = Number(exchange.query.get('page') ?? 1);
  const pages = Math.max(Math.ceil(world.cars.length / perPage), 1);
  const shown = world.cars.slice((current - 1) * perPage, current * perPage);
  const response = shown.map((car) => {
    car.snapshot();
    return vehicleObject(car.state, world.home);
  });
  const pagination = {
    previous: current > 1 ? current - 1 : null,
    next: current < pages ? current + 1 : null,
    current,
    per_page: perPage,
    count: world.cars.length,
    pages,
  };
  return jsonReply(200, { response, pagination, count: response.length }, positionHeader(world));
}

function state(world: World, car: SimulatedCar): Reply {
  car.snapshot();
  return jsonReply(200, { response: vehicleObject(car.state, world.home) }, positionHeader(world));
}

function data(world: World, car: SimulatedCar): Reply {
  return (
    refuseTooMany(world, car, 'data') ??
    refuseAsleep(world, car) ??
    jsonReply(200, { response: vehicleData(car, world.home, world.clock.now()) }, positionHeader(world))
  );
}

/** 10–60 s until the car is online; the answer says what it is now. */
function wake(world: World, car: SimulatedCar): Reply {
  const tooMany = refuseTooMany(world, car, 'wake');
  if (tooMany !== null) {
    return tooMany;
  }
  if (car.snapshot().reach === 'offline') {
    return refusal(world, 408, 'vehicle unavailable: vehicle is offline or asleep');
  }
  car.wakeUp(car.state.wakeSeconds ?? 10 + world.random.unit() * 50);
  return state(world, car);
}
