import type { SQSEvent, SQSRecord } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { eventHandler, queueHandler, ServiceError, scheduleHandler } from '../../lib/platform/index.ts';
import { testPlatform } from '../support/platform/test-platform.ts';

const schema = z.object({ customerId: z.string() });
const invalid = { code: 'invalid-request', retryable: false };

function batch(bodies: readonly string[]): SQSEvent {
  const record = (body: string, index: number) =>
    ({ messageId: `m${index}`, body, attributes: { ApproximateReceiveCount: '3' } }) as unknown as SQSRecord;
  return { Records: bodies.map(record) };
}

describe('a batch from a queue', () => {
  const done: string[] = [];
  const { platform, lines } = testPlatform();
  const handle = queueHandler(schema, async ({ customerId }, given) => {
    expect(given).toBe(platform);
    if (customerId.startsWith('bad')) throw new ServiceError('vendor-down', { retryable: true });
    if (customerId.startsWith('odd')) throw new TypeError(`what is ${customerId}?`);
    done.push(customerId);
  })(platform);
  const run = async (bodies: readonly string[]) => {
    done.length = 0;
    lines.length = 0;
    const { batchItemFailures } = await handle(batch(bodies));
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  const message = (customerId: string) => JSON.stringify({ customerId });

  test('is done where nothing fails', async () => {
    expect(await run([message('a'), message('b')])).toEqual([]);
    expect(done.sort()).toEqual(['a', 'b']);
    expect(lines).toEqual([]);
  });

  test('gives back those that failed and no other, with a line for each', async () => {
    expect(await run([message('a'), message('bad'), message('b'), message('odd-kari')])).toEqual([
      'm1',
      'm3',
    ]);
    expect(done.sort()).toEqual(['a', 'b']);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'message-failed', attempt: 3, error: { code: 'vendor-down' } },
      { event: 'message-failed', attempt: 3, error: { name: 'TypeError' } },
    ]);
    expect(lines.join()).not.toContain('kari');
  });

  test('that fails as a whole is given back as a whole, without throwing', async () => {
    expect(await run([message('bad-1'), message('odd-2')])).toEqual(['m0', 'm1']);
  });

  test('takes a message that is too much for its own shape only', async () => {
    expect(await run(['', 'null', '[]', '{"customerId":7}', '{customerId', message('a')])).toEqual([
      'm0',
      'm1',
      'm2',
      'm3',
      'm4',
    ]);
    expect(done).toEqual(['a']);
  });

  test('whatever is in it: each message is done or given back, and no line repeats it', async () => {
    const mark = 'qz7Canary';
    const body = fc.oneof(
      fc.string().map((text) => mark + text),
      fc.jsonValue().map((value) => JSON.stringify({ [mark]: value, customerId: value })),
      fc.constantFrom(message('ok'), message(`bad-${mark}`), message(`odd-${mark}`), '{"__proto__":{}}'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(body, { maxLength: 10 }), async (bodies) => {
        const failed = await run(bodies);
        expect(new Set(failed).size).toBe(failed.length);
        expect(done.length + failed.length).toBe(bodies.length);
        expect(lines).toHaveLength(failed.length);
        expect(lines.join()).not.toContain(mark);
      }),
      { numRuns: 300 },
    );
  });

  test('does not mix with another batch that is worked through at the same time', async () => {
    const slow = queueHandler(schema, async ({ customerId }) => {
      await new Promise(setImmediate);
      if (customerId === 'bad') throw new ServiceError('vendor-down');
    })(platform);
    const [first, second] = await Promise.all([
      slow(batch([message('bad'), message('a')])),
      slow(batch([message('a'), message('bad')])),
    ]);
    expect(first).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
    expect(second).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  });
});

describe('a schedule', () => {
  const days = z.strictObject({ days: z.enum(['tomorrow', 'again']) });
  const seen: unknown[] = [];
  const handle = scheduleHandler(days, async (input) => void seen.push(input))(testPlatform().platform);

  test('hands over the input of its row', async () => {
    await handle({ days: 'again' });
    expect(seen).toEqual([{ days: 'again' }]);
  });

  test.each([undefined, null, {}, { days: 'yesterday' }, { days: 'again', x: 1 }])(
    'refuses %j',
    async (event) => {
      await expect(handle(event)).rejects.toMatchObject(invalid);
    },
  );
});

describe('an event from the bus', () => {
  const seen: unknown[] = [];
  const detail = z.object({ area: z.literal('NO1') });
  const handle = eventHandler(detail, async (input) => void seen.push(input))(testPlatform().platform);

  test('hands over its detail, cut to the schema', async () => {
    await handle({ detail: { area: 'NO1', more: 1 } } as never);
    expect(seen).toEqual([{ area: 'NO1' }]);
  });

  test('refuses a detail of another shape', async () => {
    await expect(handle({ detail: { area: 'SE3' } } as never)).rejects.toMatchObject(invalid);
  });
});
