import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeService } from './fake-service.ts';
import { scenes } from './fixtures/scenes.ts';
import { pageFile } from './page-file.ts';

export interface FixtureServer {
  readonly url: string;
  /** Who answers; another may take over. */
  service: FakeService;
  close(): Promise<void>;
}

/** As strict as a host can be: nothing inline, nothing from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The built page with a service of canned answers behind it. Not the service: that has its own test, with this page. */
export async function startFixtureServer(directory: string): Promise<FixtureServer> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fixture');
    const answer = fixture.service.answer(request.method ?? 'GET', url, await bodyOf(request));
    if (answer) {
      const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
      response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
      response.end(JSON.stringify(answer.body));
      return;
    }
    const file = await pageFile(directory, url.pathname);
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'content-security-policy': policy,
    });
    response.end(file?.body ?? 'Not found');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const fixture: FixtureServer = {
    url: `http://127.0.0.1:${port}`,
    service: new FakeService(scenes.waiting),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return fixture;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? null : JSON.parse(text);
}
