import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedSoc } from '../../lib/charging/expected-soc.ts';
import { chargingEfficiency } from '../../lib/charging/physics.ts';
import { kwhIn } from '../../lib/charging/plan-cost.ts';
import { ordinaryWishes } from '../../lib/homes/index.ts';
import { chargeAtOnce, planCharging } from '../../lib/planning/index.ts';
import { QUARTER_MS, quarterStart } from '../../lib/time/index.ts';
import {
  aVehicle,
  evening,
  hours,
  minutes,
  nightPrices,
  noPrices,
  pricesFrom,
  seen,
} from './support/a-vehicle.ts';
import { makePlan } from './support/make-plan.ts';

const asked = { prices: nightPrices, now: evening, reason: 'plugged-in', planId: 'plan' } as const;
const ore = fc.double({ min: -50, max: 400, noNaN: true });

describe('a plan', () => {
  it('charges in the cheapest quarters and says what it saves', async () => {
    const plan = await makePlan({ ...asked, vehicle: aVehicle() });
    // 40 % of 75 kWh / 0.9 = 33.3 kWh at 11 kW: 3 h 2 min of the four cheap hours from 02:00.
    expect(plan.windows).toEqual([{ fromAt: evening + hours(9), untilAt: expect.any(Number), ampere: null }]);
    expect(plan.status).toBe('optimal');
    expect(plan.endSoc).toBeCloseTo(0.8, 6);
    expect(plan.costOre).toBeLessThan(0.4 * plan.chargeNowOre);
    expect(plan.explanation).toEqual(['cheapest-hours']);
  });

  it('reaches the target whenever there is time, whatever the prices and the minute it is made', async () => {
    const given = fc.record({
      soc: fc.integer({ min: 5, max: 100 }),
      prices: fc.array(ore, { minLength: 60, maxLength: 60 }),
      late: fc.integer({ min: 0, max: minutes(15) - 1 }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ soc, prices, late }) => {
        const now = evening + late;
        const vehicle = aVehicle({ observed: seen(now, { soc: soc / 100 }) });
        const plan = await makePlan({ ...asked, now, vehicle, prices: pricesFrom(evening, prices) });
        expect(plan.endSoc).toBeGreaterThanOrEqual(Math.min(0.8, 1) - 1e-6);
        expect(expectedSoc(plan, 75, plan.readyAt)).toBeGreaterThanOrEqual(plan.endSoc - 1e-6);
        for (const { fromAt, untilAt } of plan.windows) {
          expect(fromAt).toBeGreaterThanOrEqual(now);
          expect(untilAt).toBeLessThanOrEqual(plan.readyAt);
        }
        expect(plan.costOre).toBeLessThanOrEqual(plan.chargeNowOre + 1e-6);
      }),
    );
  });

  it('loses nothing by being made within a quarter hour: as cheap as a plan in one-minute steps', async () => {
    const given = fc.record({
      soc: fc.integer({ min: 20, max: 79 }),
      prices: fc.array(fc.integer({ min: -50, max: 300 }), { minLength: 60, maxLength: 60 }),
      late: fc.integer({ min: 1, max: 14 }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ soc, prices, late }) => {
        const now = evening + minutes(late);
        const vehicle = aVehicle({ observed: seen(now, { soc: soc / 100 }) });
        const plan = await makePlan({ ...asked, now, vehicle, prices: pricesFrom(evening, prices) });
        expect(plan.costOre).toBeCloseTo(cheapestByMinute(plan.readyAt, now, prices, soc / 100), 3);
      }),
    );
  });

  it('draws the current quarter with the power that is left of it', async () => {
    const now = evening + minutes(6);
    const vehicle = aVehicle({ observed: seen(now, { soc: 0.7 }) });
    const prices = pricesFrom(evening, [10, ...Array.from({ length: 60 }, () => 100)]);
    const plan = await makePlan({ ...asked, now, vehicle, prices });
    expect(plan.slots[0]?.startAt).toBe(evening);
    expect(plan.slots[0]?.powerKw).toBeCloseTo((11 * 9) / 15, 9);
    expect(plan.windows[0]).toMatchObject({ fromAt: now });
  });
});

it('does not stop within a cheap hour only to start again', async () => {
  const cheap = pricesFrom(
    evening,
    Array.from({ length: 60 }, (_, quarter) => (quarter < 4 || quarter > 30 ? 40 : 90)),
  );
  const now = evening + minutes(2);
  const plan = await makePlan({
    ...asked,
    now,
    vehicle: aVehicle({ observed: seen(now, { soc: 0.75 }) }),
    prices: cheap,
  });
  expect(plan.windows).toEqual([{ fromAt: now, untilAt: expect.any(Number), ampere: null }]);
});

describe('when something is unknown or too tight, the plan charges at once', () => {
  it.each([
    ['no price at all', { ...asked, vehicle: aVehicle(), prices: noPrices }, 'no-prices'],
    [
      'prices end before the energy fits',
      { ...asked, vehicle: aVehicle(), prices: pricesFrom(evening, [90, 80, 70, 60]) },
      'no-prices',
    ],
    [
      'no state of charge',
      { ...asked, vehicle: aVehicle({ observed: seen(evening, { soc: null }) }) },
      'best-effort',
    ],
    [
      'too little time',
      { ...asked, vehicle: aVehicle({ wishes: { ...ordinaryWishes, readyBy: '18:30', targetSoc: 0.8 } }) },
      'best-effort',
    ],
  ])('%s', async (_, given, status) => {
    const plan = await makePlan(given);
    expect(plan.status).toBe(status);
    expect(plan.windows[0]?.fromAt).toBe(evening);
    expect(plan.windows).toHaveLength(1);
  });

  it('a planner that throws', async () => {
    const plan = await makePlan({ ...asked, vehicle: aVehicle() }, () => {
      throw new Error('no plan today');
    });
    expect(plan).toMatchObject({ status: 'best-effort', solver: 'none', explanation: ['no-choice'] });
    expect(plan.windows[0]?.fromAt).toBe(evening);
    expect(expectedSoc(plan, 75, plan.readyAt)).toBeCloseTo(0.8, 6);
  });
});

it('plans on the known prices alone where the energy fits into them, and says that more are to come', async () => {
  const prices = pricesFrom(evening, [
    ...Array.from({ length: 12 }, () => 150),
    ...Array.from({ length: 16 }, () => 90),
  ]);
  const plan = await makePlan({ ...asked, vehicle: aVehicle(), prices });
  expect(plan.status).toBe('optimal');
  expect(plan.windows[0]?.fromAt).toBeGreaterThanOrEqual(evening + hours(3) - minutes(15));
  expect(plan.explanation).toContain('prices-unknown');
});

it('charges beyond the target where the price is negative', async () => {
  const prices = pricesFrom(
    evening,
    Array.from({ length: 60 }, (_, q) => (q >= 20 && q < 44 ? -5 : 80)),
  );
  const plan = await makePlan({ ...asked, vehicle: aVehicle(), prices });
  expect(plan.endSoc).toBeCloseTo(1, 6);
  expect(plan.costOre).toBeLessThan(0);
  expect(plan.explanation).toContain('negative-prices');
});

describe('an hour without contact anywhere in the night does not make the car late:', () => {
  const everCheaper = pricesFrom(
    evening,
    Array.from({ length: 60 }, (_, quarter) => 100 - quarter),
  );
  const readyBy = (time: string) =>
    makePlan({
      ...asked,
      vehicle: aVehicle({ wishes: { ...ordinaryWishes, readyBy: time, targetSoc: 0.8 } }),
      prices: everCheaper,
    });

  it('the plan ends an hour and a quarter before the ready time', async () => {
    const plan = await readyBy('07:00');
    expect(plan.readyAt - (plan.windows.at(-1)?.untilAt ?? 0)).toBe(5 * QUARTER_MS);
    expect(plan.doneByAt).toBe(plan.readyAt - 5 * QUARTER_MS);
  });

  it('or keeps half the slack where there is little', async () => {
    // 3 h 2 min of charging in 5 h: it may wait for an hour at most.
    const plan = await readyBy('22:00');
    expect(plan.windows.at(-1)?.untilAt).toBe(evening + hours(4));
    expect(plan.doneByAt).toBe(evening + hours(4));
  });

  it('or none where time is short, and charges at once', async () => {
    expect((await readyBy('20:10')).windows).toEqual([
      { fromAt: evening, untilAt: expect.any(Number), ampere: null },
    ]);
  });
});

it('the driver’s word is the plan', async () => {
  const now = await makePlan({ ...asked, vehicle: aVehicle({ mode: 'charge-now' }) });
  expect(now).toMatchObject({ mode: 'charge-now', explanation: ['driver-charges-now'] });
  expect(now.windows[0]?.fromAt).toBe(evening);
  const paused = await makePlan({ ...asked, vehicle: aVehicle({ mode: 'pause' }) });
  expect(paused).toMatchObject({ windows: [], costOre: 0, explanation: ['driver-paused'] });
});

/** The same problem cut into minutes, by picking the cheapest: exact, and nothing like how the plan is made. */
function cheapestByMinute(readyAt: number, now: number, prices: readonly number[], soc: number): number {
  const untilAt = readyAt - 5 * QUARTER_MS;
  const perMinuteKwh = 11 / 60;
  const cheapestFirst = [];
  for (let at = now; at < untilAt; at += minutes(1)) {
    cheapestFirst.push(prices[(quarterStart(at) - evening) / QUARTER_MS] ?? 0);
  }
  cheapestFirst.sort((a, b) => a - b);
  let need = ((0.8 - soc) * 75) / chargingEfficiency;
  let room = ((1 - soc) * 75) / chargingEfficiency;
  let cost = 0;
  for (const price of cheapestFirst) {
    const kwh = Math.min(perMinuteKwh, price < 0 ? room : need);
    if (kwh <= 0) continue;
    cost += kwh * price;
    need -= kwh;
    room -= kwh;
  }
  return cost;
}

it('the counterfactual is charging at once, as the planner knows it', async () => {
  const vehicle = aVehicle();
  const plan = await makePlan({ ...asked, vehicle });
  const later = { ...asked, vehicle, now: evening };
  let problem: Parameters<typeof planCharging>[0] | undefined;
  await makePlan(later, (given) => {
    problem ??= given;
    return planCharging(given);
  });
  const atOnce = problem === undefined ? [] : (chargeAtOnce(problem)[0] ?? []);
  const kwh = atOnce.reduce((sum, powerKw) => sum + kwhIn(powerKw), 0);
  expect(kwh).toBeCloseTo((0.4 * 75) / chargingEfficiency, 6);
  expect(plan.chargeNowOre).toBeCloseTo(kwh * 120, 3);
});
