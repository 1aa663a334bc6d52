import { expect, it } from 'vitest';
import { startPenaltyNok } from '../../lib/charging/solve-home.ts';
import type { HomeVehicle, PlanReason } from '../../lib/homes/index.ts';
import { evening, hours, nightPrices, planned, pricesFrom, seen } from './support/a-vehicle.ts';
import { makePlan } from './support/make-plan.ts';

const at = evening + hours(1);
/** The night's prices with the hour from 05:00, not the one from 02:00, the cheapest: by so much, øre/kWh. */
const otherwise = (ore: number) =>
  pricesFrom(
    evening,
    Array.from({ length: 70 }, (_, quarter) => {
      const price = quarter >= 36 && quarter < 52 ? 40 + Math.floor((quarter - 36) / 4) : 120;
      return quarter >= 48 && quarter < 52 ? 40 - ore : price;
    }),
  );

async function replanned(reason: PlanReason, ore: number, over: Partial<HomeVehicle> = {}) {
  const vehicle = { ...planned(), observed: seen(at), ...over };
  return await makePlan({ vehicle, prices: otherwise(ore), now: at, reason, planId: 'plan-2' });
}

it('the announced hours stay where others gain next to nothing, and what they cost and could cost is told', async () => {
  const plan = await replanned('prices-arrived', 1);
  expect(plan.windows).toEqual(planned().plan?.windows);
  expect(plan.planId).toBe('plan-2');
  expect(plan.gapOre).toBeGreaterThan(0);
  expect(plan.status).toBe('bounded');
});

it('they go where others gain more', async () => {
  const plan = await replanned('prices-arrived', 30);
  expect(plan.windows).not.toEqual(planned().plan?.windows);
  expect(plan.status).toBe('optimal');
});

it('they go where they no longer reach the target', async () => {
  const plan = await replanned('battery-off-plan', 1, { observed: seen(at, { soc: 0.3 }) });
  expect(plan.windows).not.toEqual(planned().plan?.windows);
  expect(plan.endSoc).toBeCloseTo(0.8, 6);
});

it('they go where the driver wishes otherwise, however little that gains', async () => {
  const plan = await replanned('wishes-changed', 1);
  expect(plan.status).toBe('optimal');
  expect(plan.windows).not.toEqual(planned().plan?.windows);
});

it('the same prices make the same plan', async () => {
  const vehicle = { ...planned(), observed: seen(at) };
  const plan = await makePlan({
    vehicle,
    prices: nightPrices,
    now: at,
    reason: 'prices-arrived',
    planId: 'p',
  });
  expect(plan.windows).toEqual(planned().plan?.windows);
  expect(plan.status).toBe('optimal');
});

it('they go exactly where others gain more than half a krone, starts held to be worth what they are', async () => {
  const announced = planned().plan;
  const costOf = (ore: number) =>
    announced?.slots.reduce((sum, { startAt, powerKw }) => {
      return sum + (powerKw / 4) * (otherwise(ore).byQuarter.get(startAt)?.oreInclVat ?? 0);
    }, 0) ?? 0;
  const [kept, gone]: [number[], number[]] = [[], []];
  for (let ore = 0; ore <= 18; ore += 0.5) {
    const [asWished, plan] = [await replanned('wishes-changed', ore), await replanned('prices-arrived', ore)];
    const moreStarts = asWished.windows.length - (announced?.windows.length ?? 0);
    const gain = costOf(ore) - asWished.costOre - 100 * startPenaltyNok * moreStarts;
    const isKept = JSON.stringify(plan.windows) === JSON.stringify(announced?.windows);
    (isKept ? kept : gone).push(gain);
  }
  expect(Math.max(...kept)).toBeLessThanOrEqual(50 + 1e-6);
  expect(Math.min(...gone)).toBeGreaterThan(50 - 1e-6);
  // Both sides are near: half an øre is some øre a night.
  expect(Math.min(...gone) - Math.max(...kept)).toBeLessThan(8);
});
