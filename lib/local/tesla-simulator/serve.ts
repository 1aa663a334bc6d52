import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';
import type { CallKind, Fault, Faults } from './faults.ts';
import { alter, errorReply, type Reply } from './reply.ts';

export interface Exchange {
  readonly query: URLSearchParams;
  readonly body: string;
  /** The `{name}` parts of the route's pattern. */
  readonly parts: Readonly<Record<string, string>>;
  /** The address the caller reached. */
  readonly origin: string;
  header(name: string): string;
}

export interface Route {
  readonly kind: CallKind;
  readonly method: 'GET' | 'POST';
  /** `/api/1/vehicles/{tag}` */
  readonly pattern: string;
  answer(exchange: Exchange): Reply;
}

/** What was asked, without anything secret: the pattern stands for the path. */
export interface LoggedRequest {
  readonly at: Instant;
  readonly host: HostName;
  readonly kind: CallKind;
  readonly method: string;
  readonly path: string;
  /** 0 where the answer was withheld. */
  readonly status: number;
}
export type HostName = 'auth' | 'api' | 'proxy';

export interface HostContext {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
}

export interface RunningHost {
  readonly url: string;
  stop(): Promise<void>;
}

/** One of Tesla's hosts on loopback. */
export async function serve(
  host: HostName,
  routes: readonly Route[],
  context: HostContext,
  port = 0,
): Promise<RunningHost> {
  const memory = { ...context, lastReplies: new Map<string, Reply>() };
  const server = createServer((request, response) => {
    handle(host, routes, memory, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  host: HostName,
  routes: readonly Route[],
  context: HostContext & { readonly lastReplies: Map<string, Reply> },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const body = await readBody(request);
  const found = findRoute(routes, request.method ?? '', url.pathname);
  if (found === null || 'status' in found) {
    write(response, found ?? errorReply(404, 'not_found'));
    return;
  }
  const { route, parts } = found;
  const exchange: Exchange = {
    query: url.searchParams,
    body,
    parts,
    origin: url.origin,
    header: (name) => String(request.headers[name] ?? ''),
  };
  const fault = context.faults.take(route.kind);
  const reply = alter(fault, () => route.answer(exchange), context.lastReplies.get(url.pathname));
  if (fault === null && reply !== null) {
    context.lastReplies.set(url.pathname, reply);
  }
  context.requests.push({
    at: context.clock.now(),
    host,
    kind: route.kind,
    method: route.method,
    path: route.pattern,
    status: reply?.status ?? 0,
  });
  if (reply !== null) {
    write(response, reply);
  } else if (!isTimeout(fault)) {
    request.socket.destroy();
  }
}

function isTimeout(fault: Fault | null): boolean {
  return fault === 'timeout-before' || fault === 'timeout-after';
}

function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; parts: Record<string, string> } | Reply | null {
  const matching = routes.flatMap((route) => {
    const parts = match(route.pattern, path);
    return parts === null ? [] : [{ route, parts }];
  });
  const found = matching.find(({ route }) => route.method === method);
  return found ?? (matching.length > 0 ? errorReply(405, 'method not allowed') : null);
}

function match(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  const parts: Record<string, string> = {};
  const fits = wanted.every((part, index) => {
    const value = given[index] ?? '';
    if (part.startsWith('{') && value !== '') {
      parts[part.slice(1, -1)] = decodeURIComponent(value);
      return true;
    }
    return part === value;
  });
  return fits && wanted.length === given.length ? parts : null;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

function write(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, reply.headers);
  response.end(reply.text);
}
