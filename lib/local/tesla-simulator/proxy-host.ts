import { refusal, withCar } from './admission.ts';
import { commandScope, obey } from './commands.ts';
import { errorReply, type Reply } from './reply.ts';
import type { Exchange, Route } from './serve.ts';
import type { World } from './world.ts';

/** The command-signing proxy: only commands, only by VIN, and only with the app's key enrolled in the car. */
export function proxyRoutes(world: World): Route[] {
  return [
    {
      kind: 'command',
      method: 'POST',
      pattern: '/api/1/vehicles/{tag}/command/{name}',
      answer: (exchange) => sign(world, exchange),
    },
  ];
}

function sign(world: World, exchange: Exchange): Reply {
  if (!exchange.header('authorization').startsWith('Bearer ')) {
    return errorReply(403, 'no bearer token');
  }
  if (exchange.parts.tag?.length !== 17) {
    return errorReply(404, 'expected 17-character VIN in path');
  }
  return withCar(world, exchange, commandScope, (car) =>
    car.state.keyPaired
      ? obey(world, car, exchange)
      : refusal(world, 500, 'vehicle rejected request: your public key has not been paired with the vehicle'),
  );
}
