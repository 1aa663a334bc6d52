import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveOwner } from '../../lib/grid-owners/store.ts';
import { yamlFile } from '../../lib/local/tariff-server/yaml-file.ts';
import { ServiceError } from '../../lib/platform/index.ts';
import { type GridOwner, shippedGridOwner, shippedGridOwners } from '../../lib/tariffs/index.ts';
import { atLocalTime } from '../../lib/time/index.ts';
import { startTariffsWorld, type TariffsWorld } from './support/tariffs-world.ts';

function shipped(key: string): GridOwner {
  return shippedGridOwner(key) ?? expect.fail(`${key} is not shipped`);
}

/** The owner with its newest tariff's base price at this. */
function repriced(key: string, baseOrePerKwh: number): GridOwner {
  const owner = shipped(key);
  const tariffs = owner.tariffs.map((tariff) => ({
    ...tariff,
    energy: { ...tariff.energy, baseOrePerKwh },
  }));
  return { ...owner, tariffs };
}

/** The file with a name for its first tariff. */
function named(text: string, name: string): string {
  return text.replace('    fastledd:', `    navn: ${name}\n    fastledd:`);
}

/** A dozen do for all but the first. */
const few = ['bkk', 'elvia', 'griug', 'alut'].map(shipped).concat(
  shippedGridOwners()
    .filter(({ key }) => !['bkk', 'elvia', 'griug', 'alut'].includes(key))
    .slice(0, 8),
);
const all = few.length;

it('every shipped owner is kept as its file says, with the day the file was checked', async () => {
  const world = await startTariffsWorld();
  await world.run('fri-nettleie');
  for (const owner of shippedGridOwners()) {
    const stored = await world.stored('fri-nettleie', owner.key);
    expect(stored?.owner).toEqual({ ...owner, areas: [] });
  }
  const count = shippedGridOwners().length;
  expect(world.logged('tariffs-refreshed')).toMatchObject([{ found: count, stored: count, refused: 0 }]);
  await world.stop();
});

describe('refreshing from the open repository', () => {
  let world: TariffsWorld;
  beforeEach(async () => {
    world = await startTariffsWorld({ owners: few });
  });
  afterEach(() => world.stop());

  const summary = () => world.logged('tariffs-refreshed').at(-1);
  const ownerOf = async (key: string) => (await world.stored('fri-nettleie', key))?.owner as GridOwner;

  it('counts what it stores', async () => {
    await world.run('fri-nettleie');
    expect(summary()).toMatchObject({ found: all, stored: all, unchanged: 0, refused: 0, missing: 0 });
    expect(world.countOf('tariffs-stored')).toBe(all);
  });

  it('reads each file once, however often it runs, and a changed one again', async () => {
    await world.run('fri-nettleie');
    await world.run('fri-nettleie');
    expect(world.server.count('file')).toBe(all);
    expect(summary()).toMatchObject({ unchanged: all, stored: 0 });
    world.setTime('2026-10-23', '05:40');
    world.server.repository.write('bkk', yamlFile(repriced('bkk', 12.34)));
    await world.run('fri-nettleie');
    expect(world.server.count('file')).toBe(all + 1);
    expect(summary()).toMatchObject({ unchanged: all - 1, stored: 1 });
    expect((await ownerOf('bkk')).tariffs[0]?.energy.baseOrePerKwh).toBe(12.34);
    expect((await world.stored('fri-nettleie', 'bkk'))?.fetchedAt).toBe(atLocalTime('2026-10-23', '05:40'));
    expect((await world.stored('fri-nettleie', 'elvia'))?.fetchedAt).toBe(atLocalTime('2026-10-22', '05:40'));
  });

  it('refuses a bad file, says which line, keeps the last good version, and reads it again when mended', async () => {
    await world.run('fri-nettleie');
    const before = await world.stored('fri-nettleie', 'bkk');
    const good = world.server.repository.read('bkk');
    const line = good.split('\n').findIndex((text) => text.includes('grunnpris')) + 1;
    world.setTime('2026-10-23', '05:40');
    world.server.repository.write('bkk', good.replace(/grunnpris: .*/, 'grunnpris: 1899'));
    world.server.repository.write('elvia', yamlFile(repriced('elvia', 11)));
    for (let night = 0; night < 2; night += 1) await world.run('fri-nettleie');
    expect(await world.stored('fri-nettleie', 'bkk')).toEqual(before);
    expect((await ownerOf('elvia')).tariffs[0]?.energy.baseOrePerKwh).toBe(11);
    expect(world.countOf('tariffs-file-refused')).toBe(2);
    expect(world.logged('tariffs-file-refused')[0]).toMatchObject({
      level: 'WARN',
      gridOwner: 'bkk',
      line,
      code: 'out-of-range',
    });
    expect(summary()).toMatchObject({ refused: 1 });
    world.server.repository.write('bkk', yamlFile(repriced('bkk', 18.99)));
    await world.run('fri-nettleie');
    expect((await ownerOf('bkk')).tariffs[0]?.energy.baseOrePerKwh).toBe(18.99);
  });

  it.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, text.indexOf('energiledd'))],
    ['of another format', (text) => text.replace('kundegrupper', 'kundetyper')],
    ['empty', () => ''],
    ['with an unknown key', (text) => `${text}rabatt: 5\n`],
    ['with a tariff’s name that nobody may choose', (text) => named(text, 'x'.repeat(101))],
  ])('refuses a file %s', async (_, spoil) => {
    world.server.repository.write('bkk', spoil(world.server.repository.read('bkk')));
    await world.run('fri-nettleie');
    expect(await world.stored('fri-nettleie', 'bkk')).toBeUndefined();
    expect(summary()).toMatchObject({ stored: all - 1, refused: 1 });
  });

  it('does not take an older text for a newer file, and has it the next night', async () => {
    await world.run('fri-nettleie');
    const body = world.server.repository.read('bkk');
    world.setTime('2026-10-23', '05:40');
    world.server.repository.write('bkk', yamlFile(repriced('bkk', 12.34)));
    world.server.faults.add('file', { kind: 'answer', status: 200, body }, { key: 'bkk', times: 1 });
    await world.run('fri-nettleie');
    expect(await ownerOf('bkk')).toEqual({ ...shipped('bkk'), areas: [] });
    expect(world.logged('tariffs-source-failed')).toMatchObject([{ gridOwner: 'bkk', code: 'bad-answer' }]);
    await world.run('fri-nettleie');
    expect((await ownerOf('bkk')).tariffs[0]?.energy.baseOrePerKwh).toBe(12.34);
  });

  it('takes a file with a byte order mark', async () => {
    world.server.repository.write('bkk', `\uFEFF${world.server.repository.read('bkk')}`);
    await world.run('fri-nettleie');
    expect(await ownerOf('bkk')).toMatchObject({ name: shipped('bkk').name });
  });

  it('keeps what has left the repository', async () => {
    await world.run('fri-nettleie');
    world.server.repository.remove('bkk');
    await world.run('fri-nettleie');
    expect(await ownerOf('bkk')).toMatchObject({ key: 'bkk' });
    expect(summary()).toMatchObject({ found: all - 1 });
  });

  it.each([
    ['missing', { kind: 'answer', status: 404, body: '404: Not Found' }],
    ['broken off', { kind: 'cut' }],
    ['unreachable', { kind: 'drop' }],
    ['down', { kind: 'answer', status: 503 }],
    ['moved', { kind: 'answer', status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
  ] as const)('goes on where one file is %s', async (_, fault) => {
    world.server.faults.add('file', fault, { key: 'bkk' });
    await world.run('fri-nettleie');
    expect(summary()).toMatchObject({ stored: all - 1, missing: 1 });
    expect(world.countOf('tariffs-source-failed')).toBe(1);
  });

  it('stops asking when it is told to wait, and leaves the rest to the next run', async () => {
    world.server.faults.add('file', { kind: 'answer', status: 429, headers: { 'retry-after': '60' } });
    await world.run('fri-nettleie');
    expect(world.server.count('file')).toBeLessThanOrEqual(4);
    expect(summary()).toMatchObject({ stored: 0, missing: all });
    expect(world.logged('tariffs-source-failed')[0]).toMatchObject({ code: 'rate-limited', seconds: 60 });
    world.server.faults.clear();
    await world.run('fri-nettleie');
    expect(summary()).toMatchObject({ stored: all });
  });

  it.each([
    ['rate-limited', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }],
    ['rate-limited', { status: 429 }],
    ['misconfigured', { status: 403 }],
    ['vendor-down', { status: 502 }],
    ['bad-answer', { status: 404 }],
    ['bad-answer', { status: 200, body: '{"message":"Moved"}' }],
    ['bad-answer', { status: 200, body: '[{"name":"bkk.yml","type":"file","sha":"../.."}]' }],
  ])('says %s of a listing with %j, and changes nothing', async (code, answer) => {
    world.server.faults.add('list', { kind: 'answer', ...answer });
    await world.run('fri-nettleie');
    expect(world.logged('tariffs-source-failed')).toMatchObject([{ source: 'fri-nettleie', code }]);
    expect(world.server.count('file')).toBe(0);
  });

  it('asks for no file whose name is not a plain one, and follows no URL it is given', async () => {
    const entry = { type: 'file', sha: 'a'.repeat(40), download_url: 'http://127.0.0.1:9/' };
    const names = [`${'x'.repeat(41)}.yml`, '../secrets.yml', 'A B.yml', 'x%2e.yml', '.yml', 'README.md'];
    const body = JSON.stringify(names.map((name) => ({ ...entry, name })));
    world.server.faults.add('list', { kind: 'answer', status: 200, body });
    await world.run('fri-nettleie');
    expect(world.server.count('file')).toBe(0);
    expect(world.countOf('tariffs-file-refused')).toBe(5);
    expect(world.lines.join()).not.toContain('secrets');
  });

  it('begins no file when its time is up', async () => {
    const start = world.platform.clock.now();
    let asked = 0;
    // Every look at the clock is half a minute later than the last.
    const clock = { now: () => start + 30_000 * asked++ };
    await world.run('fri-nettleie', { clock });
    expect(world.server.count('file')).toBeLessThanOrEqual(4);
  });

  it('never writes an older file over a newer', async () => {
    await world.run('fri-nettleie');
    const stored = {
      owner: repriced('bkk', 1),
      sha: 'b'.repeat(40),
      fetchedAt: world.platform.clock.now() - 1,
    };
    await expect(saveOwner(world.platform, stored)).rejects.toMatchObject({ code: 'stale-write' });
    expect((await ownerOf('bkk')).tariffs[0]?.energy).toEqual(shipped('bkk').tariffs[0]?.energy);
    await saveOwner(world.platform, { ...stored, fetchedAt: world.platform.clock.now() + 1 });
    expect((await ownerOf('bkk')).tariffs[0]?.energy.baseOrePerKwh).toBe(1);
  });

  it('writes anew what it cannot read of the store', async () => {
    await world.run('fri-nettleie');
    const item = await world.stored('fri-nettleie', 'bkk');
    await world.plant({ ...item, owner: { key: 'bkk', rates: [] } });
    await world.run('fri-nettleie');
    expect(world.countOf('tariffs-stored-unreadable')).toBe(1);
    expect(await world.stored('fri-nettleie', 'bkk')).toEqual(item);
  });

  it('fails, to be tried again, where the store does, and not before all files were tried', async () => {
    const dynamo = new Proxy(world.platform.dynamo, {
      get: (target, name) =>
        name === 'send'
          ? async (command: { input: { Item?: { gridOwner?: string } } }) => {
              if (command.input.Item?.gridOwner === 'bkk') throw new Error('throttled');
              return target.send(command as never);
            }
          : Reflect.get(target, name, target),
    });
    const run = world.run('fri-nettleie', { dynamo });
    await expect(run).rejects.toMatchObject({ code: 'unexpected', retryable: true });
    await expect(run).rejects.toBeInstanceOf(ServiceError);
    expect(await ownerOf('elvia')).toBeDefined();
    await world.run('fri-nettleie');
    expect(await ownerOf('bkk')).toBeDefined();
  });
});
