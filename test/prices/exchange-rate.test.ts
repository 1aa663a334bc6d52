import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSpot } from '../../lib/prices/index.ts';
import { dayEnd, dayStart } from '../../lib/time/index.ts';
import { type PricesWorld, startPricesWorld } from './support/prices-world.ts';

const TODAY = '2026-10-21';
const TOMORROW = '2026-10-22';

describe('the exchange rate of a day', () => {
  let world: PricesWorld;
  beforeEach(async () => {
    world = await startPricesWorld({ nokPerEur: 11.43 });
  });
  afterEach(() => world.stop());

  const rateOf = async (area: 'NO1' | 'NO2', date: string) => {
    const item = await world.stored(area, date);
    return [item?.nokPerEur, item?.nokPerEurAssumed];
  };

  it('is what hvakosterstrommen tells for it', async () => {
    await world.run('tomorrow');
    expect(await rateOf('NO1', TOMORROW)).toEqual([11.43, false]);
  });

  it('is the operator’s fallback, marked assumed, while nobody has ever told one', async () => {
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 });
    await world.run('tomorrow');
    expect(await rateOf('NO1', TOMORROW)).toEqual([11.5, true]);
    const spot = await readSpot(world.platform, 'NO1', dayStart(TOMORROW), dayEnd(TOMORROW));
    expect(spot.nokPerEurAssumed).toBe(true);
  });

  it('is the newest rate told, still marked assumed, while the day’s own is not there', async () => {
    world.setTime('2026-10-19', '13:00');
    await world.run('tomorrow');
    world.setTime(TODAY, '13:00');
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 });
    await world.run('tomorrow');
    expect(await rateOf('NO1', TOMORROW)).toEqual([11.43, true]);
  });

  it('is never handed on from a day whose own rate is assumed', async () => {
    world.setTime('2026-10-20', '13:00');
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 });
    await world.run('tomorrow');
    world.server.faults.clear();
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 }, { date: TODAY });
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 }, { date: TOMORROW });
    await world.run('again');
    expect(await rateOf('NO1', '2026-10-20')).toEqual([11.43, false]);
    expect(await rateOf('NO1', TODAY)).toEqual([11.5, true]);
    world.setTime(TODAY, '13:00');
    await world.run('tomorrow');
    expect(await rateOf('NO1', TOMORROW)).toEqual([11.43, true]);
  });

  it('makes the next revision once the day’s own is told, with the same prices', async () => {
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 });
    await world.run('tomorrow');
    const before = await world.stored('NO1', TOMORROW);
    world.announced.length = 0;
    world.server.faults.clear();
    await world.run('again');
    await world.run('again');
    expect(await rateOf('NO1', TOMORROW)).toEqual([11.43, false]);
    expect(await world.stored('NO1', TOMORROW)).toMatchObject({
      revision: 2,
      source: 'entsoe',
      eurPerMwh: before?.eurPerMwh,
    });
    expect(world.announced.filter(({ area, date }) => area === 'NO1' && date === TOMORROW)).toHaveLength(1);
  });

  it('is taken from another area that was told the same day’s', async () => {
    world.server.faults.add('hvakosterstrommen', { kind: 'answer', status: 503 }, { area: 'NO2' });
    await world.run('tomorrow');
    await world.run('again');
    expect(await rateOf('NO2', TOMORROW)).toEqual([11.43, false]);
  });

  it('is not believed where it is out of all reason', async () => {
    const odd = await startPricesWorld({ nokPerEur: 1143 });
    await odd.run('tomorrow');
    const item = await odd.stored('NO1', TOMORROW);
    expect([item?.nokPerEur, item?.nokPerEurAssumed]).toEqual([11.5, true]);
    await odd.stop();
  });
});
