import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GatewayRequest } from './gateway-request.ts';
import { readBody } from './read-body.ts';
import { gatewayError, type Reply } from './reply.ts';

/** API Gateway's limit for an HTTP API. */
const LONGEST_BODY_BYTES = 10 * 1024 * 1024;

/** Answers a request, or null where it is somebody else's. */
export type Responder = (request: GatewayRequest) => Promise<Reply | null>;

/** The server of the page and the API: asks the responders in order; 404 where none answers. */
export class HttpGateway {
  readonly #server: Server;
  #responders: readonly Responder[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** `port` 0 = any free one. Rejects with the system's `EADDRINUSE` where it is taken. */
  static async listen(port: number): Promise<HttpGateway> {
    const gateway = new HttpGateway();
    gateway.#server.listen(port, '127.0.0.1');
    await once(gateway.#server, 'listening');
    return gateway;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on requests are answered; before that they get 503. */
  open(responders: readonly Responder[]): void {
    this.#responders = responders;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = await this.#reply(request).catch(() => gatewayError(500, 'Internal Server Error'));
    for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
    response.statusCode = reply.status;
    response.end(request.method === 'HEAD' ? undefined : reply.body);
  }

  async #reply(request: IncomingMessage): Promise<Reply> {
    const body = await readBody(request, LONGEST_BODY_BYTES);
    if (!body) return gatewayError(413, 'Request Entity Too Large');
    if (this.#responders.length === 0) return notYet();
    const read = gatewayRequest(request, body);
    for (const responder of this.#responders) {
      const reply = await responder(read);
      if (reply) return reply;
    }
    return gatewayError(404, 'Not Found');
  }
}

/** Still starting: a browser that is early asks again by itself. */
function notYet(): Reply {
  const reply = gatewayError(503, 'Service Unavailable');
  return { ...reply, headers: { ...reply.headers, refresh: '1' } };
}

function gatewayRequest(request: IncomingMessage, body: Buffer): GatewayRequest {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  return {
    method: request.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body,
  };
}
