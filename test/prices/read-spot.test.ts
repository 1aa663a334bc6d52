import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInPriceBook } from '../../lib/local/price-book/built-in-price-book.ts';
import { readSpot } from '../../lib/prices/index.ts';
import { dayEnd, dayStart, HOUR_MS, QUARTER_MS, quartersOfDay } from '../../lib/time/index.ts';
import { type PricesWorld, startPricesWorld } from './support/prices-world.ts';

const book = builtInPriceBook();
const midnight = dayStart('2026-10-22');

describe('reading spot prices', () => {
  let world: PricesWorld;
  beforeAll(async () => {
    world = await startPricesWorld({ nokPerEur: 11.62 });
    await world.run('tomorrow');
  });
  afterAll(() => world.stop());

  it('gives øre per kWh ex VAT: EUR/MWh × NOK/EUR / 10', async () => {
    const { quarters } = await readSpot(world.platform, 'NO2', midnight, dayEnd('2026-10-22'));
    expect(quarters.map(({ startAt }) => startAt)).toEqual(quartersOfDay('2026-10-22'));
    book('NO2', '2026-10-22')?.eurPerMwh.forEach((eurPerMwh, i) => {
      expect(quarters[i]?.spotOrePerKwh).toBeCloseTo(eurPerMwh * 1.162, 9);
    });
  });

  it('crosses midnight, names the days it used and says that their rates are known', async () => {
    const spot = await readSpot(world.platform, 'NO1', midnight - HOUR_MS, midnight + HOUR_MS);
    expect(spot.quarters.map(({ startAt }) => startAt)).toEqual(
      Array.from({ length: 8 }, (_, i) => midnight - HOUR_MS + i * QUARTER_MS),
    );
    expect(spot.used).toEqual(['NO1/2026-10-21/1', 'NO1/2026-10-22/1']);
    expect(spot.nokPerEurAssumed).toBe(false);
  });

  it('includes the quarter under way, and not the one that begins at the end', async () => {
    const spot = await readSpot(world.platform, 'NO1', midnight + 60_000, midnight + QUARTER_MS);
    expect(spot.quarters.map(({ startAt }) => startAt)).toEqual([midnight]);
  });

  it('names no day of which nothing was asked', async () => {
    const spot = await readSpot(world.platform, 'NO1', midnight, midnight + HOUR_MS);
    expect(spot.used).toEqual(['NO1/2026-10-22/1']);
    const before = await readSpot(world.platform, 'NO1', midnight - HOUR_MS, midnight);
    expect(before.used).toEqual(['NO1/2026-10-21/1']);
  });

  it('leaves out what is not published, and is empty where nothing is', async () => {
    const end = dayEnd('2026-10-23');
    const known = await readSpot(world.platform, 'NO1', midnight, end);
    expect(known.quarters).toHaveLength(96);
    const unknown = await readSpot(world.platform, 'NO1', dayStart('2026-10-23'), end);
    expect(unknown).toEqual({ quarters: [], used: [], nokPerEurAssumed: false });
    expect((await readSpot(world.platform, 'NO1', midnight, midnight)).quarters).toEqual([]);
  });

  it('does not see a day that has expired, swept or not', async () => {
    const item = await world.stored('NO4', '2026-10-22');
    const expired = { ...item, expiresAtSeconds: world.platform.clock.now() / 1000 };
    await world.platform.dynamo.send(new PutCommand({ TableName: 'prices', Item: expired }));
    const spot = await readSpot(world.platform, 'NO4', midnight, midnight + HOUR_MS);
    expect(spot.quarters).toEqual([]);
    await world.run('tomorrow');
    expect((await readSpot(world.platform, 'NO4', midnight, midnight + HOUR_MS)).quarters).toHaveLength(4);
  });
});
