import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInPriceBook } from '../../lib/local/price-book/built-in-price-book.ts';
import { priceAreas } from '../../lib/places/index.ts';
import { type PricesWorld, startPricesWorld } from './support/prices-world.ts';

const book = builtInPriceBook();

describe('fetching prices on an ordinary day', () => {
  let world: PricesWorld;
  beforeEach(async () => {
    world = await startPricesWorld();
  });
  afterEach(() => world.stop());

  it('has today and tomorrow in every area after one poll at 13:00 on an empty store', async () => {
    await world.run('tomorrow');
    for (const area of priceAreas) {
      for (const date of ['2026-10-21', '2026-10-22']) {
        expect(await world.stored(area, date)).toMatchObject({
          area,
          date,
          eurPerMwh: book(area, date)?.eurPerMwh,
          nokPerEur: 11.62,
          nokPerEurAssumed: false,
          source: 'entsoe',
          revision: 1,
          fetchedAt: Date.parse('2026-10-21T11:00Z'),
        });
      }
    }
  });

  it('announces each stored day once, however often it polls', async () => {
    for (let poll = 0; poll < 4; poll += 1) await world.run('tomorrow');
    await world.run('again');
    expect(world.announced).toHaveLength(10);
    expect(new Set(world.announced.map(({ area, date }) => `${area} ${date}`)).size).toBe(10);
    expect(world.announced.every(({ revision }) => revision === 1)).toBe(true);
  });

  it('waits for what is not published yet, and counts that as no failure', async () => {
    world.setTime('2026-10-21', '12:45');
    await world.run('tomorrow');
    expect(await world.stored('NO1', '2026-10-21')).toBeDefined();
    expect(await world.stored('NO1', '2026-10-22')).toBeUndefined();
    expect(world.countOf('prices-source-failed')).toBe(0);
    world.setTime('2026-10-21', '12:55');
    await world.run('tomorrow');
    expect(await world.stored('NO1', '2026-10-22')).toBeDefined();
  });

  it('skips stored areas without a request, and asks hvakosterstrommen once per area and day', async () => {
    await world.run('tomorrow');
    await world.run('tomorrow');
    expect(world.server.requests.count('entsoe')).toBe(10);
    await world.run('again');
    expect(world.server.requests.count('entsoe')).toBe(20);
    expect(world.server.requests.count('hvakosterstrommen')).toBe(10);
    expect(world.server.requests.count('hvakosterstrommen', { area: 'NO3', date: '2026-10-22' })).toBe(1);
  });

  it('stores days of 92 and 100 quarters when the clocks change', async () => {
    world.setTime('2026-10-24', '13:00');
    await world.run('tomorrow');
    expect((await world.stored('NO2', '2026-10-25'))?.eurPerMwh).toHaveLength(100);
    world.setTime('2027-03-27', '13:00');
    await world.run('tomorrow');
    expect((await world.stored('NO2', '2027-03-28'))?.eurPerMwh).toHaveLength(92);
    expect((await world.stored('NO2', '2027-03-27'))?.eurPerMwh).toHaveLength(96);
  });

  it('lets go of a day after 13 months', async () => {
    await world.run('tomorrow');
    const item = await world.stored('NO1', '2026-10-22');
    expect(item?.expiresAtSeconds).toBe(Date.parse('2027-11-21T23:00Z') / 1000);
  });

  it('does not write the token anywhere', async () => {
    world.server.faults.add('entsoe', { kind: 'answer', status: 401 }, { times: 1 });
    world.server.faults.add('entsoe', { kind: 'drop' }, { times: 1 });
    await world.run('again');
    await world.run('again');
    expect(world.lines.length).toBeGreaterThan(0);
    expect(world.lines.join()).not.toContain('a-token');
    expect(world.lines.join()).not.toContain('securityToken');
  });
});

describe('a day that changes after it was published', () => {
  let world: PricesWorld;
  beforeEach(async () => {
    world = await startPricesWorld();
    await world.run('tomorrow');
    world.announced.length = 0;
    world.setTime('2026-10-21', '17:20');
  });
  afterEach(() => world.stop());

  it('becomes the next revision, announced once', async () => {
    world.server.faults.add(
      'entsoe',
      { kind: 'moved', byEurPerMwh: 10 },
      { area: 'NO1', date: '2026-10-22' },
    );
    await world.run('again');
    await world.run('again');
    expect(world.announced).toEqual([{ area: 'NO1', date: '2026-10-22', revision: 2 }]);
    const item = await world.stored('NO1', '2026-10-22');
    const before = book('NO1', '2026-10-22')?.eurPerMwh ?? [];
    expect(item?.eurPerMwh).toEqual(before.map((price) => price + 10));
    expect(item?.fetchedAt).toBe(Date.parse('2026-10-21T15:20Z'));
  });

  it('keeps its revision where nothing changed', async () => {
    await world.run('again');
    expect(world.announced).toEqual([]);
    expect((await world.stored('NO1', '2026-10-22'))?.revision).toBe(1);
  });

  it('keeps the good day where the source now sends a broken one', async () => {
    for (const fault of [{ kind: 'partial' }, { kind: 'hole' }, { kind: 'out-of-range' }] as const) {
      world.server.faults.clear();
      world.server.faults.add('entsoe', fault);
      await world.run('again');
    }
    expect(world.announced).toEqual([]);
    expect((await world.stored('NO5', '2026-10-22'))?.revision).toBe(1);
  });
});
