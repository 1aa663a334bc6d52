import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../lib/platform/index.ts';
import { type PricesWorld, startPricesWorld } from './support/prices-world.ts';

describe('announcing, whatever breaks', () => {
  let world: PricesWorld;
  beforeEach(async () => {
    world = await startPricesWorld();
  });
  afterEach(() => world.stop());

  const keys = () => world.announced.map(({ area, date, revision }) => `${area}/${date}/${revision}`).sort();

  /** The bus dies when this area's day is announced: before it takes the event, or after. */
  function dyingBus(area: string, moment: 'before' | 'after'): Partial<Platform> {
    return {
      announce: async (event, detail) => {
        if (detail.area !== area) return world.platform.announce(event, detail);
        if (moment === 'after') await world.platform.announce(event, detail);
        throw new Error('the process died here');
      },
    };
  }

  it('announces at the next run what a run stored and could not announce', async () => {
    await expect(world.run('tomorrow', dyingBus('NO3', 'before'))).rejects.toThrow('unexpected');
    expect(await world.stored('NO3', '2026-10-22')).toMatchObject({ revision: 1, announcedRevision: 0 });
    expect(world.announced).toHaveLength(8);
    await world.run('tomorrow');
    expect(new Set(keys()).size).toBe(10);
    expect(keys()).toHaveLength(10);
    expect(await world.stored('NO3', '2026-10-22')).toMatchObject({ announcedRevision: 1 });
  });

  it('announces twice rather than never where a run died before noting it', async () => {
    await expect(world.run('tomorrow', dyingBus('NO3', 'after'))).rejects.toThrow('unexpected');
    await world.run('tomorrow');
    expect(new Set(keys()).size).toBe(10);
    expect(keys().filter((key) => key === 'NO3/2026-10-22/1')).toHaveLength(2);
    await world.run('tomorrow');
    expect(keys()).toHaveLength(12);
  });

  it('pays after midnight what it owes for the day before', async () => {
    world.setTime('2026-10-21', '23:50');
    await expect(world.run('tomorrow', dyingBus('NO1', 'before'))).rejects.toThrow('unexpected');
    world.server.faults.add('entsoe', { kind: 'answer', status: 503 });
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 });
    world.setTime('2026-10-22', '05:20');
    await world.run('again');
    expect(keys()).toEqual(expect.arrayContaining(['NO1/2026-10-21/1', 'NO1/2026-10-22/1']));
  });

  it('announces only the newest where two revisions are owed', async () => {
    await expect(world.run('tomorrow', dyingBus('NO1', 'before'))).rejects.toThrow('unexpected');
    world.server.faults.add('entsoe', { kind: 'moved', byEurPerMwh: 9 }, { area: 'NO1', date: '2026-10-22' });
    await world.run('again');
    expect(keys().filter((key) => key.startsWith('NO1/2026-10-22'))).toEqual(['NO1/2026-10-22/2']);
  });

  it('stores one revision and loses no announcement where two runs cross', async () => {
    await Promise.all([world.run('tomorrow'), world.run('tomorrow'), world.run('tomorrow')]);
    expect(new Set(keys()).size).toBe(10);
    expect(keys().every((key) => key.endsWith('/1'))).toBe(true);
    for (const area of ['NO1', 'NO5'] as const) {
      expect(await world.stored(area, '2026-10-22')).toMatchObject({ revision: 1, announcedRevision: 1 });
    }
  });

  it('does not overwrite a newer revision with an older run’s', async () => {
    await world.run('tomorrow');
    world.server.faults.add('entsoe', { kind: 'moved', byEurPerMwh: 9 });
    await Promise.all([world.run('again'), world.run('again')]);
    expect(await world.stored('NO1', '2026-10-22')).toMatchObject({ revision: 2, announcedRevision: 2 });
  });

  it('tries every area before it reports that the store failed for one', async () => {
    const { dynamo } = world.platform;
    const failing = new Proxy(dynamo, {
      get: (target, key) =>
        key === 'send'
          ? async (command: { input: { Item?: { area: string } } }) => {
              if (command.input.Item?.area === 'NO1') throw new Error('throttled');
              return target.send(command as never);
            }
          : Reflect.get(target, key),
    });
    await expect(world.run('tomorrow', { dynamo: failing })).rejects.toMatchObject({
      code: 'unexpected',
      retryable: true,
    });
    expect(world.announced).toHaveLength(8);
    await world.run('tomorrow');
    expect(keys()).toHaveLength(10);
  });
});
