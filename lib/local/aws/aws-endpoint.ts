import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { readBody } from '../gateway/read-body.ts';
import { type AwsAction, AwsError } from './aws-action.ts';

const LONGEST_REQUEST_BYTES = 2 * 1024 * 1024;

export interface AwsEndpoint {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * One loopback server that plays AWS for the real SDK: DynamoDB by dynalite, the other services by `actions`
 * (`X-Amz-Target` → action). `storePath`: where dynalite keeps its data; in memory without it.
 */
export async function startAwsEndpoint(
  actions: Readonly<Record<string, AwsAction>>,
  storePath: string | undefined,
): Promise<AwsEndpoint> {
  // Dynalite's own server, because closing it is what closes the store; its listener becomes one branch of ours.
  const server = dynalite({ createTableMs: 0, ...(storePath === undefined ? {} : { path: storePath }) });
  const [dynamo] = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (String(request.headers['x-amz-target']).startsWith('DynamoDB')) dynamo?.(request, response);
    else void answer(actions, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  actions: Readonly<Record<string, AwsAction>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, type, body } = await act(actions, request);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': randomUUID(),
    ...(type === undefined ? {} : { 'x-amzn-errortype': type }),
  });
  response.end(JSON.stringify(body));
}

async function act(
  actions: Readonly<Record<string, AwsAction>>,
  request: IncomingMessage,
): Promise<{ status: number; type?: string; body: unknown }> {
  const refuse = (type: string, message: string) => ({ status: 400, type, body: { __type: type, message } });
  const action = actions[String(request.headers['x-amz-target'])];
  if (!action) return refuse('UnknownOperationException', 'Not an operation of this machine.');
  try {
    const body = await readBody(request, LONGEST_REQUEST_BYTES);
    return { status: 200, body: action(JSON.parse(body?.toString() ?? '')) };
  } catch (thrown) {
    if (thrown instanceof AwsError) return refuse(thrown.type, thrown.message);
    return refuse('SerializationException', 'The request could not be read.');
  }
}
