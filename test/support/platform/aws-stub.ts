import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface AwsCall {
  /** `SendMessage`, `PutEvents`, `GetItem` … */
  readonly action: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what each service was sent
  readonly input: any;
  readonly authorization: string;
}

export interface AwsStub {
  readonly url: string;
  readonly calls: AwsCall[];
  /** Answers the action so from now on; a status of 400 and above is a fault. */
  answer(action: string, body: object, status?: number): void;
  close(): Promise<void>;
}

/** Speaks just enough AWS JSON for the real clients, and remembers every call. */
export async function startAwsStub(): Promise<AwsStub> {
  const calls: AwsCall[] = [];
  const answers = new Map<string, { body: object; status: number }>();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    const action = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const input = JSON.parse(text);
    calls.push({ action, input, authorization: request.headers.authorization ?? '' });
    const { body, status } = answers.get(action) ?? { body: usual(action, input), status: 200 };
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answer: (action, body, status = 200) => answers.set(action, { body, status }),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function usual(action: string, input: { MessageBody?: string }): object {
  if (action === 'PutEvents') return { FailedEntryCount: 0, Entries: [{ EventId: '1' }] };
  if (action !== 'SendMessage') return {};
  // The client checks that the queue got what it sent.
  return {
    MessageId: '1',
    MD5OfMessageBody: createHash('md5')
      .update(input.MessageBody ?? '')
      .digest('hex'),
  };
}
