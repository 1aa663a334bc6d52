import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectedSoc } from '../../lib/charging/expected-soc.ts';
import { guessPrices } from '../../lib/charging/guess-prices.ts';
import { readPrices } from '../../lib/charging/read-prices.ts';
import { whyReplan } from '../../lib/charging/why-replan.ts';
import { type HomeVehicle, newHome } from '../../lib/homes/index.ts';
import { addDays, atLocalTime, dayStart } from '../../lib/time/index.ts';
import { type HomesWorld, startHomesWorld } from '../homes/support/homes-world.ts';
import { inOslo } from '../support/price-terms.ts';
import { aVehicle, hours, seen, sessionFrom } from './support/a-vehicle.ts';
import { makePlan } from './support/make-plan.ts';
import { friday, storeDay, thursday } from './support/price-night.ts';

const now = atLocalTime(thursday, '10:00');
const readyAt = atLocalTime(friday, '07:00');
const home = newHome({ customerId: 'c', ...inOslo, dueShard: 'NO1#0', createdAt: 1 });
/** 54 kWh from the grid at 3.6 kW: fifteen hours of the twenty-one that are left. */
const slow: HomeVehicle = aVehicle({
  observed: seen(now, { soc: 0.8 - (54 * 0.9) / 75, maxKw: 3.6 }),
  session: sessionFrom(now, { maxKw: 3.6 }),
});

let world: HomesWorld;
beforeAll(async () => {
  world = await startHomesWorld();
  world.clock.at = now;
  for (let date = addDays(thursday, -21); date <= thursday; date = addDays(date, 1)) {
    await storeDay(world.platform, date);
  }
});
afterAll(() => world.stop());

const pricesAt = async (at: number) => {
  const known = await readPrices(world.platform, home, [slow], at);
  return await guessPrices(world.platform, home, known, { now: at, untilAt: readyAt });
};
const planAt = async (at: number, vehicle: HomeVehicle) =>
  await makePlan({ vehicle, prices: await pricesAt(at), now: at, reason: 'plugged-in', planId: 'p' });

it('only what is not published is guessed, and never higher than it seldom comes', async () => {
  const { byQuarter, guessed } = await pricesAt(now);
  const tomorrow = dayStart(friday);
  expect(Math.max(...byQuarter.keys())).toBeLessThan(tomorrow);
  expect(Math.min(...(guessed?.keys() ?? []))).toBe(tomorrow);
  for (const { price, highOrePerKwh } of guessed?.values() ?? []) {
    expect(highOrePerKwh).toBeGreaterThanOrEqual(price.oreInclVat);
  }
});

it('a plan on guesses says since when, and what it costs at worst', async () => {
  const plan = await planAt(now, slow);
  expect(plan.guessedFromAt).toBe(dayStart(friday));
  expect(plan.explanation).toContain('prices-guessed');
  expect(plan.nineInTenOre).toBeGreaterThan(plan.costOre);
  const { guessed } = await pricesAt(now);
  const dearer = plan.slots.reduce((sum, { startAt, powerKw, priceOrePerKwh }) => {
    const high = guessed?.get(startAt)?.highOrePerKwh ?? priceOrePerKwh;
    return sum + (powerKw / 4) * (high - priceOrePerKwh);
  }, 0);
  expect((plan.nineInTenOre ?? 0) - plan.costOre).toBeCloseTo(dearer, 6);
});

it('it never waits for prices so long that full power would come too late, and is made anew when they are out', async () => {
  const plan = await planAt(now, slow);
  const publishedAt = now + hours(3.25);
  const later = seen(publishedAt, { soc: expectedSoc(plan, 75, publishedAt), maxKw: 3.6 });
  await storeDay(world.platform, friday);
  const known = await pricesAt(publishedAt);
  expect(known.guessed).toBeUndefined();
  const waiting = { ...slow, observed: later, plan };
  expect(whyReplan(waiting, known.used, publishedAt)).toBe('prices-arrived');
  const anew = await planAt(publishedAt, waiting);
  expect(anew).toMatchObject({ shortfallKwh: 0, guessedFromAt: null, nineInTenOre: null });
  expect(anew.endSoc).toBeGreaterThanOrEqual(0.8 - 1e-6);
});
