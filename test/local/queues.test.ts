import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../lib/platform/index.ts';
import { type SmallCloud, startSmallCloud } from '../support/small-cloud.ts';

const START = Date.parse('2026-10-22T12:00:00Z');
const VISIBILITY_MS = 180_000;

let cloud: SmallCloud;
/** What the consumer was given: seconds since the start, and the bodies of the batch. */
let batches: { seconds: number; bodies: string[]; receives: number[] }[];
let answer: (event: SQSEvent) => SQSBatchResponse | undefined;

beforeEach(async () => {
  batches = [];
  answer = () => undefined;
  cloud = await startSmallCloud({
    startAt: START,
    functions: {
      sender: {
        row: { sends: ['charging'] },
        run: (messages: { body: Record<string, string>; delay?: number }[], platform: Platform) =>
          Promise.all(messages.map(({ body, delay }) => platform.send('charging', body, delay))),
      },
      consumer: {
        row: { triggers: [{ kind: 'queue', queue: 'charging', batchSize: 3, maxConcurrency: 5 }] },
        run: (event: SQSEvent) => {
          batches.push({
            seconds: (cloud.clock.now() - START) / 1000,
            bodies: event.Records.map(({ body }) => body),
            receives: event.Records.map(({ attributes }) => Number(attributes.ApproximateReceiveCount)),
          });
          return answer(event);
        },
      },
    },
  });
});
afterEach(() => cloud.stop());

const send = (...messages: { body: Record<string, string>; delay?: number }[]) =>
  cloud.invoke('sender', messages);
const failing = (text: string) => (event: SQSEvent) => ({
  batchItemFailures: event.Records.filter(({ body }) => body.includes(text)).map(({ messageId }) => ({
    itemIdentifier: messageId,
  })),
});
const charging = () => cloud.queues.get('charging')?.dump();

describe('queues, through the real SDK client', () => {
  it('hand messages over in batches and forget those that were handled', async () => {
    await send(...['a', 'b', 'c', 'd'].map((id) => ({ body: { id } })));
    await cloud.engine.runUntil(START);
    expect(batches.map(({ bodies }) => bodies.length)).toEqual([3, 1]);
    expect(charging()).toMatchObject({ waiting: [], dead: [] });
    expect(charging()?.sent).toHaveLength(4);
  });

  it('keep a delayed message until its time', async () => {
    await send({ body: { id: 'late' }, delay: 600 });
    await cloud.engine.runUntil(START + 599_000);
    expect(batches).toEqual([]);
    await cloud.engine.runUntil(START + 600_000);
    expect(batches.map(({ seconds }) => seconds)).toEqual([600]);
  });

  it('bring back only the failed messages of a batch, after the visibility time', async () => {
    let isFirst = true;
    answer = (event) => {
      const failed = isFirst ? failing('bad')(event) : undefined;
      isFirst = false;
      return failed;
    };
    await send({ body: { id: 'good' } }, { body: { id: 'bad' } });
    await cloud.engine.runUntil(START + VISIBILITY_MS);
    expect(batches.map(({ bodies }) => bodies.length)).toEqual([2, 1]);
    expect(batches[1]).toMatchObject({ seconds: 180, bodies: ['{"id":"bad"}'], receives: [2] });
  });

  it('give a poison message to the dead letters after exactly five receives; the others are handled once', async () => {
    answer = failing('poison');
    await send({ body: { id: 'a' } }, { body: { id: 'poison' } }, { body: { id: 'b' } });
    await cloud.engine.runUntil(START + 3_600_000);
    const bodies = batches.flatMap((batch) => batch.bodies);
    expect(bodies.filter((body) => body.includes('poison'))).toHaveLength(5);
    expect(bodies.filter((body) => !body.includes('poison'))).toHaveLength(2);
    expect(charging()).toMatchObject({ waiting: [], dead: [{ body: '{"id":"poison"}', receiveCount: 5 }] });
  });

  it('hand dead letters over again after a redrive', async () => {
    answer = failing('poison');
    await send({ body: { id: 'poison' } });
    await cloud.engine.runUntil(START + 3_600_000);
    answer = () => undefined;
    cloud.queues.get('charging')?.redrive();
    await cloud.engine.runUntil(START + 3_600_000);
    expect(charging()).toMatchObject({ waiting: [], dead: [] });
    expect(batches).toHaveLength(6);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('died');
      },
    ],
    [
      'names a message that is not in the batch',
      () => ({ batchItemFailures: [{ itemIdentifier: 'other' }] }),
    ],
  ])('fail the whole batch where the function %s', async (_, misbehave) => {
    answer = misbehave;
    await send({ body: { id: 'a' } }, { body: { id: 'b' } });
    await cloud.engine.runUntil(START);
    expect(charging()?.waiting).toHaveLength(2);
  });

  it('deliver a message twice where a test asks for it', async () => {
    cloud.faults.duplicate('charging');
    await send({ body: { id: 'twin' } });
    await cloud.engine.runUntil(START);
    expect(batches.map(({ bodies }) => bodies)).toEqual([['{"id":"twin"}'], ['{"id":"twin"}']]);
    expect(charging()?.waiting).toEqual([]);
  });

  it('lose a message where a test asks for it, and remember that it was sent', async () => {
    cloud.faults.loseNext('charging');
    await send({ body: { id: 'lost' } }, { body: { id: 'kept' } });
    await cloud.engine.runUntil(START);
    expect(batches.flatMap(({ bodies }) => bodies)).toHaveLength(1);
    expect(charging()?.sent).toHaveLength(2);
  });
});

describe('the SQS endpoint', () => {
  const client = () =>
    new SQSClient({
      region: 'eu-north-1',
      endpoint: cloud.endpointUrl,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    });
  const url = (queue: string) => `${cloud.endpointUrl}/000000000000/${queue}`;

  it('takes batches', async () => {
    const Entries = [1, 2].map((id) => ({ Id: String(id), MessageBody: `{"id":"${id} æøå"}` }));
    const taken = await client().send(new SendMessageBatchCommand({ QueueUrl: url('charging'), Entries }));
    expect(taken.Successful?.map(({ Id }) => Id)).toEqual(['1', '2']);
    await cloud.engine.runUntil(START);
    expect(batches[0]?.bodies).toEqual(['{"id":"1 æøå"}', '{"id":"2 æøå"}']);
  });

  it.each([
    ['a queue that is not there', 'QueueDoesNotExist', { QueueUrl: 'x/nowhere', MessageBody: 'b' }],
    ['a delay beyond 15 minutes', 'InvalidParameterValue', { MessageBody: 'b', DelaySeconds: 901 }],
    ['a body over 1 MiB', 'InvalidMessageContents', { MessageBody: 'x'.repeat(1024 * 1024 + 1) }],
  ])('refuses %s', async (_, name, input) => {
    const QueueUrl = url('QueueUrl' in input ? 'nowhere' : 'charging');
    await expect(client().send(new SendMessageCommand({ ...input, QueueUrl }))).rejects.toMatchObject({
      name,
    });
  });
});
