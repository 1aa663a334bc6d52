import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ScriptedAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A host that answers what a test writes down, and remembers what it was asked. */
export interface ScriptServer {
  readonly url: string;
  readonly asked: { method: string; path: string; headers: Record<string, unknown>; body: string }[];
  answer: (path: string) => ScriptedAnswer;
  stop(): Promise<void>;
}

export async function startScriptServer(): Promise<ScriptServer> {
  const asked: ScriptServer['asked'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const body = Buffer.concat(chunks).toString();
      asked.push({ method: request.method ?? '', path, headers: request.headers, body });
      const scripted = script.answer(path);
      response.writeHead(scripted.status, { 'content-type': 'application/json', ...scripted.headers });
      response.end(typeof scripted.body === 'string' ? scripted.body : JSON.stringify(scripted.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const script: ScriptServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: () => ({ status: 404 }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return script;
}
