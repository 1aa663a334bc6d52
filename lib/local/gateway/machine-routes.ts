import * as z from 'zod';
import { isoLocal, isoUtc } from '../../time/index.ts';
import type { Identity } from '../identity.ts';
import type { VirtualClock } from '../time/virtual-clock.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { gatewayError, jsonReply, type Reply } from './reply.ts';

/** Faster, and a day would pass between two answers of the page. */
const FASTEST = 100_000;
const clockChange = z.strictObject({ speed: z.number().min(0).max(FASTEST) });

export interface MachineRoutesOptions {
  readonly clock: VirtualClock;
  readonly setSpeed: (speed: number) => void;
  readonly identity: Identity;
  readonly demoCustomer: string;
}

/** What only the local run has: the demo customer's session, the clock, the identity provider's public documents. */
export function machineRoutes(
  options: MachineRoutesOptions,
): (request: GatewayRequest) => Promise<Reply | null> {
  const { clock, identity, demoCustomer, setSpeed } = options;
  const time = () =>
    jsonReply(200, {
      now: isoUtc(clock.now()),
      local: isoLocal(clock.now()),
      speed: Number.isFinite(clock.speed) ? clock.speed : null,
    });
  const routes: Readonly<Record<string, (request: GatewayRequest) => Reply | Promise<Reply>>> = {
    'GET /local/session': async () => jsonReply(200, { accessToken: await identity.tokenFor(demoCustomer) }),
    'GET /local/clock': time,
    'POST /local/clock': ({ body }) => {
      const change = clockChange.safeParse(parsed(body));
      if (!change.success) return jsonReply(400, { message: `speed must be a number from 0 to ${FASTEST}` });
      setSpeed(change.data.speed);
      return time();
    },
    'GET /identity/.well-known/openid-configuration': () => jsonReply(200, identity.configuration()),
    'GET /identity/jwks': () => jsonReply(200, identity.keySet()),
  };
  return async (request) => {
    const route = routes[`${request.method} ${request.path}`];
    if (!route) return null;
    // A page of another site must not get the session by a name of its own that leads to this machine.
    const isThisMachine = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '');
    return isThisMachine ? route(request) : gatewayError(403, 'Forbidden');
  };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
