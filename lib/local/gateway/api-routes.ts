import type { JWTPayload } from 'jose';
import type { Clock } from '../../platform/index.ts';
import type { FunctionRow } from '../../wiring.ts';
import type { Identity } from '../identity.ts';
import { functionReply } from './function-reply.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { httpApiEvent } from './http-api-event.ts';
import { gatewayError, type Reply } from './reply.ts';
import { RouteTable } from './route-table.ts';

export interface ApiRoutesOptions {
  readonly functions: Readonly<Record<string, FunctionRow>>;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
}

/** An HTTP API with a JWT authoriser. Null where no route has this path; a wrong method is 404, as there. */
export function apiRoutes(options: ApiRoutesOptions): (request: GatewayRequest) => Promise<Reply | null> {
  const routes = new RouteTable(options.functions);
  return async (request) => {
    const match = routes.match(request.method, request.path);
    if (!match) return routes.knows(request.path) ? gatewayError(404, 'Not Found') : null;
    let claims: JWTPayload | null = null;
    if (match.route.protected) {
      claims = await claimsOf(request, options.identity);
      if (!claims) return gatewayError(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    }
    const event = httpApiEvent(request, match, claims, options.clock.now());
    return options
      .invoke(match.functionName, event)
      .then(functionReply, () => gatewayError(500, 'Internal Server Error'));
  };
}

async function claimsOf(request: GatewayRequest, identity: Identity): Promise<JWTPayload | null> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined ? null : identity.verify(token);
}
