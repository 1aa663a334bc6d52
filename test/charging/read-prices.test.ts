import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrices } from '../../lib/charging/read-prices.ts';
import { whyReplan } from '../../lib/charging/why-replan.ts';
import { newHome } from '../../lib/homes/index.ts';
import type { Contract } from '../../lib/tariffs/index.ts';
import { addDays, atLocalTime, hourStart } from '../../lib/time/index.ts';
import { type HomesWorld, startHomesWorld } from '../homes/support/homes-world.ts';
import { inOslo } from '../support/price-terms.ts';
import { aVehicle, seen, sessionFrom } from './support/a-vehicle.ts';
import { makePlan } from './support/make-plan.ts';
import { friday, storeDay, thursday } from './support/price-night.ts';

const spot: Contract = { kind: 'spot', markupOrePerKwh: 0 };
const norgespris: Contract = { kind: 'norgespris', markupOrePerKwh: 0 };
const now = atLocalTime(thursday, '00:30');
const weeksAgo = atLocalTime(addDays(thursday, -21), '17:00');

let world: HomesWorld;
beforeAll(async () => {
  world = await startHomesWorld();
  for (let date = addDays(thursday, -21); date <= friday; date = addDays(date, 1)) {
    await storeDay(world.platform, date);
  }
});
afterAll(() => world.stop());

describe.each([
  [spot, `NO1/${thursday}/1`],
  [norgespris, `norgespris/${thursday}/1`],
])('what the prices of a car plugged in for weeks are known by, on $kind', (contract, power) => {
  const home = newHome({ customerId: 'c', ...inOslo, contract, dueShard: 'NO1#0', createdAt: 1 });
  const car = aVehicle({ observed: seen(now), session: sessionFrom(weeksAgo) });

  it('is today’s power and grid tariff, as if it had come today', async () => {
    const { used } = await readPrices(world.platform, home, [car], now);
    expect(used).toEqual([power, expect.stringMatching(new RegExp(`^grid/${thursday}/[0-9a-f]{8}$`))]);
    const fresh = aVehicle({ observed: seen(now), session: sessionFrom(now) });
    expect((await readPrices(world.platform, home, [fresh], now)).used).toEqual(used);
  });

  it('leaves its energy priced from the day it was last metered', async () => {
    const { byQuarter } = await readPrices(world.platform, home, [car], now);
    expect(byQuarter.has(hourStart(weeksAgo))).toBe(true);
    expect(byQuarter.has(atLocalTime(thursday, '06:45'))).toBe(true);
  });

  it('still holds past midnight, when what was today is behind', async () => {
    const evening = atLocalTime(thursday, '22:00');
    const prices = await readPrices(world.platform, home, [car], evening);
    expect(prices.used).toHaveLength(4);
    const made = { vehicle: car, prices, now: evening, reason: 'plugged-in', planId: 'plan' } as const;
    const vehicle = { ...car, plan: await makePlan(made) };
    const later = atLocalTime(friday, '00:15');
    const { used } = await readPrices(world.platform, home, [vehicle], later);
    expect(used).toHaveLength(2);
    expect(whyReplan(vehicle, used, later)).toBeNull();
  });
});
