import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchClient } from '../../lib/platform/index.ts';

const MiB = 1024 * 1024;
const answers: Record<string, RequestListener> = {
  '/echo': async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    response
      .writeHead(201, { 'x-seen': `${request.method} ${request.headers['x-asked']} ${text}` })
      .end('æøå');
  },
  '/empty': (_, response) => response.writeHead(204).end(),
  '/moved': (_, response) => response.writeHead(302, { location: `${url}/stolen` }).end('moved'),
  '/stolen': () => {
    stolen += 1;
  },
  '/limit': (_, response) => response.end('x'.repeat(2 * MiB)),
  '/over': (_, response) => response.end('x'.repeat(2 * MiB + 1)),
  '/bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20 * MiB))),
  '/flood': (_, response) => {
    const pour = () => {
      poured += MiB;
      response.write(Buffer.alloc(MiB), () => !response.destroyed && poured < 64 * MiB && setImmediate(pour));
    };
    pour();
  },
  '/silent': () => {},
  '/stalling': (_, response) => void response.writeHead(200).write('{"position": 59.9139'),
  '/dropping': (request) => request.socket.destroy(),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half');
    setImmediate(() => response.destroy());
  },
  '/garbage': (request) => request.socket.end('this is no HTTP\r\n\r\n'),
};

let server: Server;
let url: string;
let stolen = 0;
let poured = 0;
beforeAll(async () => {
  server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, timeoutMs = 20_000) =>
  fetchClient.send({ method: 'GET', url: url + path, timeoutMs });

test('sends method, headers and body, and hands over status, headers and text', async () => {
  const request = {
    method: 'POST',
    url: `${url}/echo`,
    headers: { 'x-asked': 'yes' },
    body: 'hello',
  } as const;
  const answer = await fetchClient.send(request);
  expect(answer).toMatchObject({ status: 201, text: 'æøå' });
  expect(answer.header('X-Seen')).toBe('POST yes hello');
  expect(answer.header('x-none')).toBeNull();
});

test('takes an answer without a body', async () => {
  expect(await get('/empty')).toMatchObject({ status: 204, text: '' });
});

test('hands a redirect over instead of following it', async () => {
  const answer = await get('/moved');
  expect(answer).toMatchObject({ status: 302, text: 'moved' });
  expect(answer.header('location')).toBe(`${url}/stolen`);
  expect(stolen).toBe(0);
});

test('reads 2 MiB, and not one byte more, packed or not', async () => {
  expect((await get('/limit')).text).toHaveLength(2 * MiB);
  for (const path of ['/over', '/bomb']) {
    await expect(get(path)).rejects.toMatchObject({ code: 'bad-answer', retryable: false });
  }
});

test('stops reading what has no end', async () => {
  await expect(get('/flood')).rejects.toMatchObject({ code: 'bad-answer' });
  expect(poured).toBeLessThan(32 * MiB);
});

test.each(['/silent', '/stalling'])('%s: a deadline for the whole exchange', async (path) => {
  await expect(get(path, 100)).rejects.toMatchObject({ code: 'http-timeout', retryable: true });
});

test.each(['/dropping', '/cut', '/garbage'])('%s: unreachable, to be tried again', async (path) => {
  await expect(get(path)).rejects.toMatchObject({ code: 'http-unreachable', retryable: true });
});

test('nobody listening: unreachable', async () => {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const sent = fetchClient.send({ method: 'GET', url: `http://127.0.0.1:${port}/` });
  await expect(sent).rejects.toMatchObject({ code: 'http-unreachable' });
});

test('an address that is none is a fault of ours', async () => {
  const sent = fetchClient.send({ method: 'GET', url: 'secret token' });
  await expect(sent).rejects.toMatchObject({ code: 'misconfigured', retryable: false });
});

test('no error knows the address, the request or the answer', async () => {
  for (const path of ['/stalling', '/cut', '/over', '/dropping']) {
    const thrown: unknown = await get(path, 500).catch((error: unknown) => error);
    const { message, cause, ...rest } = thrown as Error;
    const told = JSON.stringify([message, rest]);
    expect(cause).toBeUndefined();
    expect(told).not.toMatch(/127\.0\.0\.1|59\.9139|xxx|half|\/(stalling|cut|over|dropping)/);
  }
});
