import type { Cloud } from './cloud.ts';
import { callApi } from './demo/call-api.ts';
import { demoCustomer } from './demo/demo-customer.ts';
import type { HttpGateway } from './gateway/http-gateway.ts';
import type { Identity } from './identity.ts';
import type { LineRing } from './line-ring.ts';
import type { LocalService } from './service-options.ts';
import type { Surroundings } from './surroundings.ts';
import type { VirtualClock } from './time/virtual-clock.ts';

export interface Parts {
  readonly gateway: HttpGateway;
  readonly clock: VirtualClock;
  readonly cloud: Cloud;
  readonly surroundings: Surroundings;
  readonly identity: Identity;
  readonly lines: LineRing;
  /** Writes the run to its directory. */
  readonly keep: () => void;
  /** Leaves the directory to the next run. */
  readonly close: () => void;
  readonly resumed: boolean;
}

/** The hands on the running parts. */
export function localService(parts: Parts): LocalService {
  const { gateway, clock, cloud, surroundings, identity, lines, keep, close, resumed } = parts;
  const { origin } = gateway;
  return {
    origin,
    clock,
    tesla: surroundings.tesla,
    prices: surroundings.prices,
    identity,
    demoCustomer,
    faults: cloud.faults,
    resumed,
    runUntil: (at) => cloud.engine.runUntil(at),
    settle: () => cloud.engine.runUntil(clock.now()),
    setSpeed(speed) {
      clock.setSpeed(speed);
      cloud.engine.wake();
    },
    async api(method, path, body, token) {
      const bearer = token === undefined ? await identity.tokenFor(demoCustomer) : token;
      return callApi(origin, { method, path, body, token: bearer });
    },
    invoke: cloud.invoke,
    store: { dump: () => cloud.store.dump() },
    queues: {
      dump: () => Object.fromEntries([...cloud.queues].map(([name, queue]) => [name, queue.dump()])),
      redrive: (name) => cloud.queues.get(name)?.redrive(),
    },
    events: { dump: () => ({ published: cloud.bus.dump(), ...cloud.invocations.dump() }) },
    logs: () => lines.all(),
    async stop() {
      await cloud.engine.stop();
      keep();
      await cloud.stop();
      await surroundings.stop();
      close();
    },
  };
}
