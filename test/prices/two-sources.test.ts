import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInPriceBook } from '../../lib/local/price-book/built-in-price-book.ts';
import type { PriceFault } from '../../lib/local/price-server/faults.ts';
import { type PricesWorld, startPricesWorld } from './support/prices-world.ts';

const TODAY = '2026-10-21';
const TOMORROW = '2026-10-22';
const book = builtInPriceBook();
const booked = book('NO1', TOMORROW)?.eurPerMwh ?? [];

describe('two sources for one day', () => {
  let world: PricesWorld;
  beforeEach(async () => {
    world = await startPricesWorld({ hvakosterstrommenForm: { minutes: 15 } });
  });
  afterEach(() => world.stop());

  const troubles: [string, PriceFault][] = [
    ['is down', { kind: 'answer', status: 503 }],
    ['refuses the token', { kind: 'answer', status: 401 }],
    ['bans us for a while', { kind: 'answer', status: 429, headers: { 'retry-after': '600' } }],
    ['drops the connection', { kind: 'drop' }],
    ['breaks off in the middle', { kind: 'cut' }],
    ['answers with a maintenance page', { kind: 'answer', status: 200, body: '<html>Back soon</html>' }],
    ['answers nothing at all', { kind: 'answer', status: 200, body: '' }],
    ['is late', { kind: 'late', minutes: 90 }],
    ['has half a day', { kind: 'partial' }],
    ['has a hole', { kind: 'hole' }],
    ['has a price out of range', { kind: 'out-of-range' }],
    ['has a price far below zero', { kind: 'out-of-range', eurPerMwh: -600.01 }],
  ];

  it.each(troubles)('hvakosterstrommen serves while ENTSO-E %s', async (_, fault) => {
    world.server.faults.add('entsoe', fault);
    await world.run('tomorrow');
    expect(await world.stored('NO1', TOMORROW)).toMatchObject({
      source: 'hvakosterstrommen',
      eurPerMwh: booked,
      nokPerEurAssumed: false,
    });
  });

  it.each(troubles)('ENTSO-E serves alone while hvakosterstrommen %s', async (_, fault) => {
    world.server.faults.add('hvakosterstrommen', fault);
    await world.run('tomorrow');
    expect(await world.stored('NO1', TOMORROW)).toMatchObject({ source: 'entsoe', eurPerMwh: booked });
  });

  it.each(troubles)('stores and announces nothing while both are such that each %s', async (_, fault) => {
    world.server.faults.add('entsoe', fault);
    world.server.faults.add('hvakosterstrommen', fault);
    await world.run('tomorrow');
    expect(await world.stored('NO1', TOMORROW)).toBeUndefined();
    expect(world.announced.filter(({ date }) => date === TOMORROW)).toEqual([]);
    world.server.faults.clear();
    await world.run('tomorrow');
    expect(await world.stored('NO1', TOMORROW)).toMatchObject({ revision: 1, source: 'entsoe' });
  });

  it('fetches the other areas when one area’s answers fail at both', async () => {
    world.server.faults.add('entsoe', { kind: 'drop' }, { area: 'NO2' });
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 500 }, { area: 'NO2' });
    await world.run('tomorrow');
    const areas = world.announced.filter(({ date }) => date === TOMORROW).map(({ area }) => area);
    expect(areas.sort()).toEqual(['NO1', 'NO3', 'NO4', 'NO5']);
  });

  it('counts and logs a quarantined day with its area and date, and no price', async () => {
    world.server.faults.add('entsoe', { kind: 'out-of-range' }, { area: 'NO4', date: TOMORROW });
    await world.run('tomorrow');
    expect(world.countOf('prices-quarantined')).toBe(1);
    const line = world.lines
      .map((one) => JSON.parse(one))
      .find(({ event }) => event === 'prices-quarantined');
    expect(line).toMatchObject({ level: 'WARN', area: 'NO4', date: TOMORROW, source: 'entsoe' });
    expect(world.lines.join()).not.toContain('9999');
  });

  it('takes prices up to the edges of what the market allows', async () => {
    world.server.faults.add('entsoe', { kind: 'out-of-range', eurPerMwh: 5000 }, { area: 'NO1' });
    world.server.faults.add('entsoe', { kind: 'out-of-range', eurPerMwh: -600 }, { area: 'NO2' });
    await world.run('tomorrow');
    expect((await world.stored('NO1', TOMORROW))?.source).toBe('entsoe');
    expect((await world.stored('NO2', TOMORROW))?.source).toBe('entsoe');
  });

  it('stops asking a source that has banned us, for this run', async () => {
    world.server.faults.add('entsoe', { kind: 'answer', status: 429 });
    await world.run('tomorrow');
    // The five areas set out side by side; once one was refused no area asks for its next day.
    const asked = world.server.requests.count('entsoe');
    expect(asked).toBeLessThanOrEqual(5);
    world.server.faults.clear();
    await world.run('again');
    expect(world.server.requests.count('entsoe')).toBe(asked + 10);
  });

  it('counts where the two disagree, and believes ENTSO-E', async () => {
    world.server.faults.add(
      'hvakosterstrommen',
      { kind: 'moved', byEurPerMwh: 3 },
      { area: 'NO1', date: TOMORROW },
    );
    await world.run('tomorrow');
    expect(world.countOf('prices-disagree')).toBe(1);
    expect(await world.stored('NO1', TOMORROW)).toMatchObject({ source: 'entsoe', eurPerMwh: booked });
  });

  it('takes a difference of rounding for agreement', async () => {
    world.server.faults.add('hvakosterstrommen', { kind: 'moved', byEurPerMwh: 0.4 });
    await world.run('tomorrow');
    expect(world.countOf('prices-disagree')).toBe(0);
  });

  it('never lets hvakosterstrommen replace what ENTSO-E told', async () => {
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 });
    await world.run('tomorrow');
    world.server.faults.clear();
    world.server.faults.add('entsoe', { kind: 'answer', status: 503 });
    world.server.faults.add('hvakosterstrommen', { kind: 'moved', byEurPerMwh: 40 });
    await world.run('again');
    expect(await world.stored('NO1', TOMORROW)).toMatchObject({ source: 'entsoe', eurPerMwh: booked });
  });

  describe('when ENTSO-E comes hours after hvakosterstrommen', () => {
    beforeEach(async () => {
      world.server.faults.add('entsoe', { kind: 'late', minutes: 240 });
      await world.run('tomorrow');
      world.announced.length = 0;
      world.setTime(TODAY, '17:20');
    });

    it('leaves the revision where the prices are the same', async () => {
      await world.run('again');
      expect(world.announced).toEqual([]);
      expect((await world.stored('NO1', TOMORROW))?.revision).toBe(1);
    });

    it('makes a revision of ENTSO-E’s where they differ, and counts the disagreement', async () => {
      world.server.faults.clear();
      world.server.faults.add('entsoe', { kind: 'moved', byEurPerMwh: 5 }, { area: 'NO1', date: TOMORROW });
      await world.run('again');
      expect(await world.stored('NO1', TOMORROW)).toMatchObject({ source: 'entsoe', revision: 2 });
      expect(world.announced).toEqual([{ area: 'NO1', date: TOMORROW, revision: 2 }]);
      expect(world.countOf('prices-disagree')).toBe(1);
    });

    it('asks hvakosterstrommen once more at most, on the day itself, should ENTSO-E never come', async () => {
      world.server.faults.clear();
      world.server.faults.add('entsoe', { kind: 'answer', status: 503 });
      const asked = () => world.server.requests.count('hvakosterstrommen', { area: 'NO1', date: TOMORROW });
      await world.run('again');
      expect(asked()).toBe(1);
      world.setTime(TOMORROW, '05:20');
      await world.run('again');
      world.setTime(TOMORROW, '17:20');
      await world.run('again');
      expect(asked()).toBe(2);
      expect(world.announced.filter(({ date }) => date === TOMORROW)).toEqual([]);
    });
  });
});
