import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../lib/platform/index.ts';
import type { FunctionRow } from '../../lib/wiring.ts';
import { type SmallCloud, type SmallFunction, startSmallCloud } from '../support/small-cloud.ts';

let cloud: SmallCloud;
afterEach(() => cloud.stop());

async function withFunction(row: Partial<FunctionRow>, run: SmallFunction['run']): Promise<SmallCloud> {
  cloud = await startSmallCloud({
    functions: { one: { row, run } },
    secrets: { 'entsoe-token': 'only-the-secret-knows' },
  });
  return cloud;
}
const put = (platform: Platform, grantRef: string) =>
  platform.dynamo.send(new PutCommand({ TableName: platform.tableName('vault'), Item: { grantRef } }));
const get = (platform: Platform) =>
  platform.dynamo.send(new GetCommand({ TableName: platform.tableName('vault'), Key: { grantRef: 'g' } }));
const seal = (platform: Platform, purpose: string) => platform.seal.close('token', { purpose });

describe('a function can do what its row says and nothing else', () => {
  const forbidden: [string, Partial<FunctionRow>, (platform: Platform) => unknown, string][] = [
    ['a table that is not in it', { tables: { homes: 'read' } }, get, 'forbidden-by-wiring'],
    ['writing where it may read', { tables: { vault: 'read' } }, (p) => put(p, 'g'), 'forbidden-by-wiring'],
    ['reading where it may write', { tables: { vault: 'write' } }, get, 'forbidden-by-wiring'],
    [
      'deleting where it may read',
      { tables: { vault: 'read' } },
      (p) => p.dynamo.send(new DeleteCommand({ TableName: p.tableName('vault'), Key: { grantRef: 'g' } })),
      'forbidden-by-wiring',
    ],
    ['a queue', { sends: [] }, (p) => p.send('charging', {}), 'forbidden-by-wiring'],
    ['an event', { announces: [] }, (p) => p.announce('PricesAnnounced', {}), 'forbidden-by-wiring'],
    [
      'a secret',
      { secrets: ['tesla-client-secret'] },
      (p) => p.secret('entsoe-token'),
      'forbidden-by-wiring',
    ],
    ['a setting', { settings: ['ENTSOE_URL'] }, (p) => p.setting('TESLA_API_URL'), 'setting-missing'],
    ['a vault purpose', { vaultPurposes: ['active'] }, (p) => seal(p, 'revoke'), 'forbidden-by-wiring'],
  ];
  it.each(forbidden)('refuses %s', async (_, row, run, code) => {
    await withFunction(row, (_event, platform) => run(platform));
    await expect(cloud.invoke('one', {})).rejects.toMatchObject({ code });
  });

  it('allows what is in it', async () => {
    await withFunction(
      {
        tables: { vault: 'read-write' },
        secrets: ['entsoe-token'],
        settings: ['DUE_SHARDS'],
        vaultPurposes: ['active'],
      },
      async (_event, platform) => {
        await put(platform, 'g');
        const sealed = await seal(platform, 'active');
        return {
          item: (await get(platform)).Item,
          secret: await platform.secret('entsoe-token'),
          setting: platform.setting('DUE_SHARDS'),
          opened: await platform.seal.open(sealed, { purpose: 'active' }),
        };
      },
    );
    expect(await cloud.invoke('one', {})).toEqual({
      item: { grantRef: 'g' },
      secret: 'only-the-secret-knows',
      setting: '2',
      opened: 'token',
    });
  });
});

describe('a crash by order', () => {
  const writesTwo = { tables: { vault: 'read-write' } } as const;
  const twoWrites = async (_event: never, platform: Platform) => {
    // What code catches must not save it from dying.
    await put(platform, 'first').catch(() => undefined);
    await put(platform, 'second').catch(() => undefined);
    return 'done';
  };
  const stored = async () => (await cloud.store.dump()).vault?.map(({ grantRef }) => grantRef).sort();

  it.each([
    [1, 'before', []],
    [1, 'after', ['first']],
    [2, 'before', ['first']],
    [2, 'after', ['first', 'second']],
  ] as const)('at call %i, %s its effect, leaves what was done until then', async (nth, moment, left) => {
    await withFunction(writesTwo, twoWrites);
    const crash = cloud.faults.crashAt('one', nth, moment);
    await expect(cloud.invoke('one', {})).rejects.toThrow('died');
    expect(crash.fired).toBe(true);
    expect(await stored()).toEqual(left);
    expect(await cloud.invoke('one', {})).toBe('done');
  });

  it('ends also the work that goes on beside the call', async () => {
    await withFunction(writesTwo, (_event, platform) =>
      Promise.all([
        put(platform, 'dies here'),
        new Promise(setImmediate).then(() => put(platform, 'beside it')),
      ]),
    );
    cloud.faults.crashAt('one', 1, 'before');
    await expect(cloud.invoke('one', {})).rejects.toThrow('died');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await stored()).toEqual([]);
  });

  it('beyond the last call does not happen, and says so', async () => {
    await withFunction(writesTwo, twoWrites);
    const crash = cloud.faults.crashAt('one', 3, 'before');
    expect(await cloud.invoke('one', {})).toBe('done');
    expect(crash).toMatchObject({ fired: false, spent: true, calls: 2 });
  });
});

describe('a function', () => {
  it('is started once and kept warm; one that could not start is started again', async () => {
    let starts = 0;
    cloud = await startSmallCloud({ functions: { one: { row: {}, run: () => starts } } });
    expect(await cloud.invoke('one', {})).toBe(0);
    starts = 1;
    expect(await cloud.invoke('one', {})).toBe(1);
    await expect(cloud.invoke('two', {})).rejects.toThrow();
  });

  it('writes its log lines into the run’s log, on the simulated clock', async () => {
    await withFunction({}, (_event, platform) => platform.log.info('hello', { area: 'NO1' }));
    await cloud.invoke('one', {});
    expect(cloud.lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'hello', area: 'NO1', functionName: 'one', at: '2026-10-22T12:00:00Z' },
    ]);
  });
});
