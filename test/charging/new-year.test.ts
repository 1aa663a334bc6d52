import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldObservation } from '../../lib/charging/fold-observation.ts';
import { readPrices } from '../../lib/charging/read-prices.ts';
import { type HomeVehicle, newHome, type PriceTerms } from '../../lib/homes/index.ts';
import { atLocalTime, type Instant } from '../../lib/time/index.ts';
import { type HomesWorld, startHomesWorld } from '../homes/support/homes-world.ts';
import { inOslo } from '../support/price-terms.ts';
import { aVehicle, hours, seen, sessionFrom } from './support/a-vehicle.ts';
import { planOn, storeDay } from './support/price-night.ts';

const lastDay = '2026-12-31';
const midnight = atLocalTime('2027-01-01', '00:00');
const unplugged = { plug: 'unplugged', charge: 'unknown', maxKw: null } as const;

let world: HomesWorld;
beforeAll(async () => {
  world = await startHomesWorld();
  world.clock.at = midnight;
  for (const date of [lastDay, '2027-01-01']) await storeDay(world.platform, date);
});
afterAll(() => world.stop());

describe('charging over New Year’s Eve into a year whose rates are not known', () => {
  /** What the car is after it told, one reading after the other, how much it took since it was plugged in. */
  async function metered(
    car: HomeVehicle,
    readings: readonly { at: Instant; sessionKwh: number }[],
    terms: Partial<PriceTerms> = {},
  ): Promise<HomeVehicle> {
    const home = newHome({ customerId: 'c', ...inOslo, ...terms, dueShard: 'NO1#0', createdAt: 1 });
    let vehicle = car;
    for (const { at, sessionKwh } of readings) {
      const prices = await readPrices(world.platform, home, [vehicle], at);
      const told = seen(at, { charge: 'charging', sessionKwh });
      vehicle = foldObservation(vehicle, told, prices).vehicle;
    }
    return vehicle;
  }

  const charging = (at: Instant) => aVehicle({ observed: seen(at), session: sessionFrom(at) });
  const beforeMidnight = { at: midnight, sessionKwh: 9 };
  const afterMidnight = { at: midnight + hours(1), sessionKwh: 18 };

  it('is not assumed before midnight, is after it, and stays so', async () => {
    const car = charging(midnight - hours(1));
    const old = await metered(car, [beforeMidnight]);
    expect(old.session).toMatchObject({ gridKwh: 10, unpriced: false, assumed: false });
    const over = await metered(car, [beforeMidnight, afterMidnight]);
    expect(over.session).toMatchObject({ gridKwh: 20, unpriced: false, assumed: true });
    const ended = seen(midnight + hours(2), { ...unplugged, sessionKwh: 20 });
    const prices = { contract: 'spot', byQuarter: new Map(), used: [] } as const;
    expect(foldObservation(over, ended, prices).finished).toMatchObject({ assumed: true });
    expect(foldObservation(old, { ...ended, sessionKwh: 9 }, prices).finished).toMatchObject({
      assumed: false,
    });
  });

  it('is not assumed where the plan let it flow before midnight only, however late the car is read', async () => {
    const at = midnight - hours(2);
    const plan = await planOn(world.platform, {}, at);
    const window = { fromAt: at, untilAt: midnight, ampere: null };
    const car = { ...charging(at), plan: { ...plan, windows: [window] } };
    expect((await metered(car, [afterMidnight])).session).toMatchObject({ gridKwh: 20, assumed: false });
    const later = {
      ...car,
      plan: { ...plan, windows: [{ fromAt: midnight, untilAt: midnight + hours(1), ampere: null }] },
    };
    expect((await metered(later, [afterMidnight])).session).toMatchObject({ gridKwh: 20, assumed: true });
  });

  it('is not called assumed where it could not be priced at all', async () => {
    const car = charging(atLocalTime('2027-01-02', '17:00'));
    const told = { at: atLocalTime('2027-01-02', '18:00'), sessionKwh: 9 };
    expect((await metered(car, [told])).session).toMatchObject({ unpriced: true, assumed: false });
  });
});

it('a session is assumed at any time of year where the grid owner is not known', async () => {
  const at = midnight - hours(5);
  const home = newHome({ customerId: 'c', ...inOslo, gridOwner: null, dueShard: 'NO1#0', createdAt: 1 });
  const car = aVehicle({ observed: seen(at), session: sessionFrom(at) });
  const prices = await readPrices(world.platform, home, [car], at + hours(1));
  const told = seen(at + hours(1), { charge: 'charging', sessionKwh: 9 });
  expect(foldObservation(car, told, prices).vehicle.session).toMatchObject({ gridKwh: 10, assumed: true });
});

describe('a plan', () => {
  it('over New Year’s Eve into a year whose rates are not known says which are assumed', async () => {
    const plan = await planOn(world.platform, {}, atLocalTime(lastDay, '17:00'));
    expect(plan.slots[0]?.startAt).toBeLessThan(midnight);
    expect(plan.slots.at(-1)?.startAt).toBeGreaterThan(midnight);
    expect(plan.assumed).toEqual(['supportThreshold', 'gridEnergy', 'electricityTax']);
  });

  it('wholly before it assumes nothing', async () => {
    const plan = await planOn(world.platform, {}, atLocalTime(lastDay, '00:30'));
    expect(plan.status).toBe('optimal');
    expect(plan.assumed).toEqual([]);
  });
});
