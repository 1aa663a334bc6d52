import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createPlatform, systemClock, systemRandom } from '../../lib/platform/index.ts';
import { type AwsStub, startAwsStub } from '../support/platform/aws-stub.ts';
import { loopbackCredentials, testPlatform } from '../support/platform/test-platform.ts';

const forbidden = { code: 'forbidden-by-wiring' };
let aws: AwsStub;
let other: AwsStub;
beforeAll(async () => {
  [aws, other] = await Promise.all([startAwsStub(), startAwsStub()]);
});
afterAll(() => Promise.all([aws.close(), other.close()]));
beforeEach(() => {
  aws.calls.length = 0;
  other.calls.length = 0;
});

describe('what the environment has', () => {
  test('is told under the wiring table’s names', () => {
    const { platform } = testPlatform({ TABLE_HOMES: 'homes-1', DUE_SHARDS: '2' });
    expect(platform.tableName('homes')).toBe('homes-1');
    expect(platform.setting('DUE_SHARDS')).toBe('2');
  });

  test('and what it has not is refused, an empty variable too', async () => {
    const { platform } = testPlatform({ TABLE_HOMES: '' });
    expect(() => platform.tableName('homes')).toThrow(expect.objectContaining(forbidden));
    expect(() => platform.tableName('vault')).toThrow(expect.objectContaining(forbidden));
    expect(() => platform.setting('DUE_SHARDS')).toThrow(
      expect.objectContaining({ code: 'setting-missing' }),
    );
    await expect(platform.secret('entsoe-token')).rejects.toMatchObject(forbidden);
    await expect(platform.send('charging', {})).rejects.toMatchObject(forbidden);
    await expect(platform.announce('PricesAnnounced', {})).rejects.toMatchObject(forbidden);
  });
});

describe('a message', () => {
  test('goes to the queue’s address as JSON, with its delay', async () => {
    const queueUrl = `${aws.url}/000000000000/charging`;
    const { platform } = testPlatform({ AWS_ENDPOINT_URL: aws.url, QUEUE_CHARGING_URL: queueUrl });
    await platform.send('charging', { customerId: 'c' });
    await platform.send('charging', { customerId: 'd' }, 900);
    expect(aws.calls.map(({ action, input }) => [action, input])).toEqual([
      ['SendMessage', { QueueUrl: queueUrl, MessageBody: '{"customerId":"c"}', DelaySeconds: 0 }],
      ['SendMessage', { QueueUrl: queueUrl, MessageBody: '{"customerId":"d"}', DelaySeconds: 900 }],
    ]);
  });
});

describe('an event', () => {
  const environment = () => ({ AWS_ENDPOINT_URL: aws.url, BUS_NAME: 'bus-1' });

  test('goes to the bus with our source, its name and the clock’s time', async () => {
    await testPlatform(environment()).platform.announce('PricesAnnounced', { area: 'NO1', revision: 1 });
    const { Entries } = aws.calls[0]?.input ?? {};
    expect(Entries).toEqual([
      {
        EventBusName: 'bus-1',
        Source: 'smartlading',
        DetailType: 'PricesAnnounced',
        Detail: '{"area":"NO1","revision":1}',
        Time: Date.parse('2026-01-12T16:00:00Z') / 1000,
      },
    ]);
  });

  test('that the bus did not take is an error, though the bus answers 200', async () => {
    aws.answer('PutEvents', { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] });
    const announced = testPlatform(environment()).platform.announce('PricesAnnounced', {});
    await expect(announced).rejects.toMatchObject({ code: 'unexpected', retryable: true });
  });
});

describe('a secret', () => {
  const environment = () => ({ AWS_ENDPOINT_URL: aws.url, SECRET_ENTSOE_TOKEN: 'id-1' });

  test('is read by its id and kept for five minutes', async () => {
    aws.answer('GetSecretValue', { SecretString: 'first' });
    const { platform, clock } = testPlatform(environment());
    expect(await platform.secret('entsoe-token')).toBe('first');
    aws.answer('GetSecretValue', { SecretString: 'second' });
    clock.at += 5 * 60_000 - 1;
    expect(await platform.secret('entsoe-token')).toBe('first');
    clock.at += 1;
    expect(await platform.secret('entsoe-token')).toBe('second');
    expect(aws.calls.map(({ input }) => input)).toEqual([{ SecretId: 'id-1' }, { SecretId: 'id-1' }]);
  });

  test('that cannot be read is missing, may come later, and its error says nothing', async () => {
    for (const [body, status] of [
      [{ __type: 'AccessDeniedException', Message: 'no access to id-1' }, 400],
      [{ SecretBinary: 'AAAA' }, 200],
    ] as const) {
      aws.answer('GetSecretValue', body, status);
      const thrown: unknown = await testPlatform(environment())
        .platform.secret('entsoe-token')
        .catch((error: unknown) => error);
      expect(thrown).toMatchObject({ code: 'setting-missing', retryable: true, message: 'setting-missing' });
      expect(JSON.stringify(thrown)).not.toContain('id-1');
    }
  });
});

describe('the clients', () => {
  const get = new GetCommand({ TableName: 't', Key: { a: 'b' } });

  test('take address, region and credentials from the function’s own environment', async () => {
    const there = {
      AWS_ENDPOINT_URL: aws.url,
      AWS_ENDPOINT_URL_DYNAMODB: other.url,
      AWS_REGION: 'eu-west-1',
    };
    await testPlatform(there).platform.dynamo.send(get);
    expect(aws.calls).toEqual([]);
    expect(other.calls[0]?.authorization).toContain('Credential=here/');
    expect(other.calls[0]?.authorization).toContain('/eu-west-1/dynamodb/');
    await testPlatform({ AWS_ENDPOINT_URL: aws.url }).platform.dynamo.send(get);
    expect(aws.calls[0]?.authorization).toContain('/eu-north-1/dynamodb/');
  });

  test('are one per destination, however many functions use them', () => {
    const dynamoAt = (url: string) => testPlatform({ AWS_ENDPOINT_URL: url }).platform.dynamo;
    expect(dynamoAt(aws.url)).toBe(dynamoAt(aws.url));
    expect(dynamoAt(aws.url)).not.toBe(dynamoAt(other.url));
  });

  test('leave out what is undefined', async () => {
    const { dynamo } = testPlatform({ AWS_ENDPOINT_URL: aws.url }).platform;
    await dynamo.send(
      new PutCommand({ TableName: 't', Item: { a: 'x', b: undefined, c: { d: undefined } } }),
    );
    expect(aws.calls[0]?.input.Item).toEqual({ a: { S: 'x' }, c: { M: {} } });
  });
});

test('the machine’s clock and randomness serve where none are given', () => {
  const platform = createPlatform({ environment: loopbackCredentials });
  expect(platform.clock).toBe(systemClock);
  expect(platform.random).toBe(systemRandom);
  const ids = new Set(Array.from({ length: 1_000 }, () => platform.random.id()));
  expect(ids.size).toBe(1_000);
  for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/);
  const units = Array.from({ length: 1_000 }, () => platform.random.unit());
  expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...units)).toBeLessThan(1);
  expect(units.reduce((sum, unit) => sum + unit) / units.length).toBeCloseTo(0.5, 0);
});

describe('a count', () => {
  test('is one line with the name, the value, the function and the clock’s time', () => {
    const { platform, lines } = testPlatform();
    platform.metrics.count('prices-stored');
    platform.metrics.count('homes-due', 12);
    const rest = { functionName: 'test', at: '2026-01-12T16:00:00Z' };
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { metric: 'prices-stored', value: 1, ...rest },
      { metric: 'homes-due', value: 12, ...rest },
    ]);
  });

  test('under a name that is no plain word is counted without it', () => {
    const { platform, lines } = testPlatform();
    platform.metrics.count('car-59.9139');
    expect(lines.join()).not.toContain('59');
  });
});
