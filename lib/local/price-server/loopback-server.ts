import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Served } from './served.ts';

export interface LoopbackServer {
  readonly url: string;
  stop(): Promise<void>;
}

type Answer = (url: URL, headers: IncomingHttpHeaders) => Served;

/** A GET-only HTTP server on a free port of 127.0.0.1. */
export async function startLoopbackServer(answer: Answer): Promise<LoopbackServer> {
  const server = createServer((request, response) => serve(request, response, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function serve(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const served =
    request.method === 'GET'
      ? answer(url, request.headers)
      : { status: 405, contentType: 'text/plain', body: '' };
  if (served.broken === 'drop') {
    request.socket.destroy();
    return;
  }
  const body = Buffer.from(served.body);
  response.writeHead(served.status, {
    ...served.headers,
    'content-type': served.contentType,
    'content-length': body.length,
  });
  if (served.broken === 'cut') {
    response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
    return;
  }
  response.end(body);
}
