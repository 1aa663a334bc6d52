import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listGridOwners, loadGridOwner } from '../../lib/grid-owners/index.ts';
import { saveDays, saveOwner } from '../../lib/grid-owners/store.ts';
import { yamlFile } from '../../lib/local/tariff-server/yaml-file.ts';
import { createPlatform } from '../../lib/platform/index.ts';
import {
  type GridOwner,
  type GridTariff,
  priceAt,
  shippedGridOwner,
  shippedGridOwners,
  tariffOn,
} from '../../lib/tariffs/index.ts';
import { addDays, atLocalTime } from '../../lib/time/index.ts';
import { startTariffsWorld, type TariffsWorld } from './support/tariffs-world.ts';

const bkk = shippedGridOwner('bkk') ?? expect.fail();
const elvia = shippedGridOwner('elvia') ?? expect.fail();

/** A tariff of the owner's as its API could tell it, dearer. */
function told({ tariffs }: GridOwner): GridTariff {
  const tariff = tariffs.find(({ until }) => until === null) ?? expect.fail();
  return { ...tariff, energy: { ...tariff.energy, baseOrePerKwh: tariff.energy.baseOrePerKwh + 1 } };
}

describe('a grid owner', () => {
  let world: TariffsWorld;
  beforeEach(async () => {
    world = await startTariffsWorld();
  });
  afterEach(() => world.stop());

  const load = (key: string) => loadGridOwner(world.platform, key);
  const keep = (owner: GridOwner, fetchedAt = world.platform.clock.now()) =>
    saveOwner(world.platform, { owner, sha: 'a'.repeat(40), fetchedAt });

  it('is the shipped one where nothing is stored', async () => {
    expect(await load('bkk')).toEqual(bkk);
    expect(await listGridOwners(world.platform)).toHaveLength(shippedGridOwners().length);
  });

  it('is the stored one where that is newer, in the shipped one’s areas', async () => {
    await keep({ ...bkk, areas: [], name: 'BKK NETT', checkedOn: addDays(bkk.checkedOn, 1) });
    expect(await load('bkk')).toEqual({ ...bkk, name: 'BKK NETT', checkedOn: addDays(bkk.checkedOn, 1) });
    expect(bkk.areas).not.toEqual([]);
  });

  it('is the shipped one where a release has newer figures than the store', async () => {
    await keep({ ...bkk, name: 'BKK NETT' }, atLocalTime(bkk.checkedOn, '23:45'));
    expect(await load('bkk')).toEqual(bkk);
    expect((await listGridOwners(world.platform)).find(({ key }) => key === 'bkk')).toEqual(bkk);
  });

  it('can be one that no release has heard of', async () => {
    await keep({ ...bkk, key: 'nynett', name: 'Åsnett' });
    expect(await load('nynett')).toEqual({ ...bkk, key: 'nynett', name: 'Åsnett', areas: [] });
    expect((await listGridOwners(world.platform)).at(-1)?.key).toBe('nynett');
  });

  it.each(['unheard-of', '', '../bkk', 'BKK', 'x'.repeat(2000)])('is null for the key %j', async (key) => {
    expect(await load(key)).toBeNull();
  });

  it('is the shipped one, and counted, where the stored one cannot be read', async () => {
    await world.plant({ source: 'fri-nettleie', gridOwner: 'bkk', owner: { ...bkk, tariffs: [] } });
    await world.plant({ source: 'digin', gridOwner: 'elvia', days: 'none' });
    expect(await load('bkk')).toEqual(bkk);
    expect(await load('elvia')).toEqual(elvia);
    expect(world.logged('tariffs-stored-unreadable')).toMatchObject([
      { level: 'WARN', gridOwner: 'bkk' },
      { gridOwner: 'elvia' },
    ]);
    expect(world.countOf('tariffs-stored-unreadable')).toBe(2);
    expect(await listGridOwners(world.platform)).toHaveLength(shippedGridOwners().length);
  });

  it('is the shipped one where the stored one has a name that no customer may choose', async () => {
    const [tariff = expect.fail()] = bkk.tariffs;
    await keep({ ...bkk, name: 'BKK NETT', tariffs: [{ ...tariff, name: 'x'.repeat(100) }] });
    expect(await load('bkk')).toMatchObject({ name: 'BKK NETT' });
    await keep({ ...bkk, name: 'BKK NETT', tariffs: [{ ...tariff, name: 'x'.repeat(101) }] });
    expect(await load('bkk')).toEqual(bkk);
  });

  it('cannot be told while the store is away', async () => {
    const { dynamo } = createPlatform({
      environment: {
        AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      },
      logSink: () => {},
    });
    const away = { ...world.platform, dynamo };
    await expect(loadGridOwner(away, 'bkk')).rejects.toThrow();
    await expect(listGridOwners(away)).rejects.toThrow();
  });

  it('has its own word for a day before the broader row', async () => {
    world.setTime('2026-10-22', '17:20');
    world.server.faults.add('day', { kind: 'moved', orePerKwh: 1 });
    await world.run('digin');
    const owner = await load('elvia');
    const chargeOn = (date: string) =>
      priceAt(
        {
          taxZone: 'sor',
          contract: { kind: 'spot', markupOrePerKwh: 0 },
          gridOwner: owner,
          gridTariffName: null,
          kwhThisMonth: 0,
        },
        atLocalTime(date, '12:00'),
        50,
      )?.parts.gridEnergy ?? Number.NaN;
    expect(chargeOn('2026-10-23') - chargeOn('2026-10-27')).toBeCloseTo(1, 9);
    expect((await listGridOwners(world.platform)).find(({ key }) => key === 'elvia')).toEqual(owner);
    expect((await load('bkk'))?.tariffs).toEqual(bkk.tariffs);
  });

  it('has its own word for no day but the one it was given for', async () => {
    const tariffs = elvia.tariffs.map((tariff) => ({ ...tariff, until: tariff.until ?? '2027-01-01' }));
    world.setTime('2027-01-02', '05:40');
    await keep({ ...elvia, tariffs });
    const newYearsDay = { ...told(elvia), from: '2027-01-01', until: '2027-01-02' };
    await saveDays(world.platform, 'elvia', {
      days: [newYearsDay],
      fetchedAt: atLocalTime('2026-12-31', '17:20'),
    });
    const owner = (await load('elvia')) ?? expect.fail();
    expect(tariffOn(owner, null, '2027-01-01')).toEqual({ tariff: newYearsDay, assumed: false });
    expect(tariffOn(owner, null, '2027-01-04')).toEqual({ tariff: tariffs.at(-1), assumed: true });
  });

  it('has its own word for a day no longer when that was before yesterday', async () => {
    const days = ['2026-10-20', '2026-10-21', '2026-10-22'].map((from) => ({
      ...told(elvia),
      from,
      until: addDays(from, 1),
    }));
    await saveDays(world.platform, 'elvia', { days, fetchedAt: world.platform.clock.now() });
    expect((await load('elvia'))?.ownDays).toEqual(days.slice(1));
    expect((await listGridOwners(world.platform)).find(({ key }) => key === 'elvia')?.ownDays).toEqual(
      days.slice(1),
    );
  });

  it('comes in a list sorted as Norwegians sort', async () => {
    world.server.repository.write('aanett', yamlFile({ ...bkk, key: 'aanett', name: 'Ånett' }));
    world.server.repository.write('aenett', yamlFile({ ...bkk, key: 'aenett', name: 'Ænett' }));
    await world.run('fri-nettleie');
    const names = (await listGridOwners(world.platform)).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['Ænett', 'Ånett']);
    expect(names).toHaveLength(shippedGridOwners().length + 2);
  });
});
