import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Log, ServiceError, withCorrelation } from '../../lib/platform/index.ts';
import { type LogField, logFields } from '../../lib/platform/log-fields.ts';
import { canary, holds } from '../support/platform/canaries.ts';
import { testPlatform } from '../support/platform/test-platform.ts';

const fieldNames = Object.keys(logFields) as LogField[];
const anyKey = fc.oneof(
  fc.constantFrom(...fieldNames),
  fc.constantFrom('customerId', 'url', 'message', 'level'),
);
type Logged = Record<string, unknown>;

const { platform, lines } = testPlatform();

/** The one line that this writes. */
function logged(write: (log: Log) => void): Logged {
  lines.length = 0;
  write(platform.log);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Logged;
}

/** The canary as a value, inside an object or an array, as a key, in a text of ours. */
function dressed(planted: string | number): fc.Arbitrary<unknown> {
  return fc.constantFrom<unknown>(
    planted,
    String(planted),
    { deep: { [String(planted)]: planted } },
    [planted],
    `failed at ${planted}`,
    new Error(String(planted)),
    new Map([[planted, planted]]),
    { toJSON: () => planted, toString: () => planted },
  );
}

function errorHolding(planted: string | number): fc.Arbitrary<unknown> {
  const text = `Unexpected token in {"x":${planted}}\n    at ${planted} (${planted}.ts:1:1)`;
  const cause = new Error(text, { cause: { data: planted } });
  return fc.constantFrom<unknown>(
    new Error(text),
    new TypeError('fetch failed', { cause }),
    new AggregateError([cause], text),
    Object.assign(new Error('x'), { url: `https://x/${planted}`, response: { body: planted } }),
    Object.assign(new Error('first'), { message: text }),
    Object.assign(new Error(text), { message: '' }),
    Object.assign(new Error(text), { name: `E ${planted}` }),
    Object.assign(new Error('x'), { stack: `Error: x\n    at ${text}`, name: text }),
    Object.assign(new Error('x'), { $metadata: { httpStatusCode: planted, requestId: planted } }),
    Object.assign(new ServiceError('bad-answer'), { code: planted, retryable: planted, field: planted }),
    new ServiceError('invalid-request', { field: String(planted) }),
    { message: text },
    [planted],
    planted,
    String(planted),
  );
}

describe('a log line', () => {
  test('holds the fixed keys, the clock’s time and the allowed fields', () => {
    const line = logged((log) => log.info('prices-stored', { area: 'NO1', date: '2026-01-12', revision: 2 }));
    expect(line).toEqual({
      level: 'INFO',
      event: 'prices-stored',
      service: 'smartlading',
      functionName: 'test',
      at: '2026-01-12T16:00:00Z',
      area: 'NO1',
      date: '2026-01-12',
      revision: 2,
    });
  });

  test('tells of our own error its code and where it was thrown', () => {
    const line = logged((log) => log.error('x', new ServiceError('vendor-down', { retryable: true })));
    expect(line.error).toMatchObject({ name: 'ServiceError', code: 'vendor-down', retryable: true });
    expect((line.error as { frames: string[] }).frames[0]).toMatch(/^log\.test\.ts:\d+:\d+$/);
  });

  test('tells of a foreign error its class, the status of the answer and where it was thrown', () => {
    const aws = Object.assign(new Error('The item { "area": … } is wrong\nat all'), {
      name: 'ProvisionedThroughputExceededException',
      $metadata: { httpStatusCode: 400 },
    });
    const line = logged((log) => log.error('x', aws));
    expect(line.error).toMatchObject({ name: 'ProvisionedThroughputExceededException', httpStatus: 400 });
    expect((line.error as { frames: string[] }).frames[0]).toMatch(/^log\.test\.ts:\d+:\d+$/);
  });

  test('carries the request’s id', () => {
    const id = '6f0c2a1e-6f0c-4a1e-8f0c-2a1e6f0c2a1e';
    expect(withCorrelation(id, () => logged((log) => log.info('x'))).correlation).toBe(id);
    expect(logged((log) => log.info('x'))).not.toHaveProperty('correlation');
  });

  test('leaves unknown keys out and counts them, withholds values of another shape', () => {
    const fields = { customerId: 'c', url: 'u', count: 1.5, code: 'a b', retryable: 'yes', found: undefined };
    const line = logged((log) => log.warn('x', fields as never));
    expect(line).toMatchObject({
      withheld: 2,
      count: '[withheld]',
      code: '[withheld]',
      retryable: '[withheld]',
    });
    expect(Object.keys(line)).not.toContain('customerId');
  });

  test('never holds what was planted in a field, whatever the key and however it is dressed', () => {
    const planted = canary.chain((value) => fc.tuple(fc.constant(value), anyKey, dressed(value)));
    fc.assert(
      fc.property(planted, ([value, key, dress]) => {
        const line = JSON.stringify(logged((log) => log.info('x', { [key]: dress } as never)));
        expect(holds(line, value)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test('never holds what was planted in a key or in the event', () => {
    fc.assert(
      fc.property(canary, (value) => {
        const line = JSON.stringify(logged((log) => log.info(`x${value}`, { [`k${value}`]: 1 } as never)));
        expect(holds(line, value)).toBe(false);
      }),
    );
  });

  test('never holds what was planted in an error: its message, cause, stack, name or any property', () => {
    const planted = canary.chain((value) => fc.tuple(fc.constant(value), errorHolding(value)));
    fc.assert(
      fc.property(planted, ([value, thrown]) => {
        const line = JSON.stringify(logged((log) => log.error('x', thrown, { count: 1 })));
        expect(holds(line, value)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test('survives whatever is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(logged((log) => log.error('x', thrown)).event).toBe('x');
      }),
    );
  });
});
