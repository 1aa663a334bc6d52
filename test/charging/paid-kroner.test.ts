import { describe, expect, it } from 'vitest';
import { houseOutlook } from '../../lib/charging/house-outlook-of.ts';
import { planHome } from '../../lib/charging/plan-home.ts';
import type { Home, PlanInForce } from '../../lib/homes/index.ts';
import { elvia } from '../../lib/tariffs/catalogue/elvia.ts';
import { atLocalTime, type Instant } from '../../lib/time/index.ts';
import { aVehicle, evening, hours, pricesFrom, seen } from './support/a-vehicle.ts';

type Told = Pick<Home, 'dayPeaks' | 'carHours'>;

/** The night of one car at home with Elvia: dear until 02:00, cheap from then to 06:00. */
async function nightOf(
  now: Instant,
  told: Partial<Told> = {},
  tellsOtherWishes = false,
): Promise<PlanInForce> {
  const ore = Array.from({ length: 70 }, (_, q) =>
    q >= 36 && q < 52 ? 40 + 6 * Math.floor((q - 36) / 4) : 120,
  );
  const home = {
    dayPeaks: [],
    carHours: [],
    gridTariffName: null,
    taxZone: 'sor',
    houseYearlyKwh: null,
    fuse: null,
  };
  const house = houseOutlook({ ...home, ...told } as unknown as Home, elvia, now);
  const circuit = { ampere: 16, maxAmpere: 16, phases: 3, volts: 230 } as const;
  const vehicle = aVehicle({ observed: seen(now, { soc: 0.4, maxKw: 11.04, circuit }) });
  const asked = [{ vehicle, prices: pricesFrom(now, ore), now, reason: 'plugged-in', planId: 'p' } as const];
  const plans = await planHome({ asked, house, loads: [], share: 0, tellsOtherWishes });
  return plans.get(vehicle.vehicleRef) as PlanInForce;
}

const peaks = (month: string, kw: number) =>
  ['04', '09', '15'].map((day) => ({ date: `${month}-${day}`, kw }));

describe('two nights running in one month', () => {
  // Last night's charging after midnight, as the meter kept it.
  const carHours = [0, 1, 2].map((hour) => ({
    startAt: atLocalTime('2026-10-22', `0${hour}:00`),
    kwh: 10,
  }));
  const known = { dayPeaks: [{ date: '2026-10-22', kw: 12 }], carHours };

  it('a step that is reached is told once: what was charged since midnight counts in the evening', async () => {
    const plan = await nightOf(evening, {
      ...known,
      dayPeaks: [...peaks('2026-10', 5.5), ...known.dayPeaks],
    });
    expect(plan.capacity).toMatchObject({ riseOre: 0, feeOre: plan.capacity?.chargeNowFeeOre });
    expect(plan.capacity?.peaks?.[0]).toMatchObject({ date: '2026-10-22', known: true });
    expect(plan.capacity?.peaks?.[0]?.kw).toBeGreaterThanOrEqual(11.5);
    expect(plan.explanation).not.toContain('under-capacity-step');
    // The same peak on the day before is no different.
    const before = {
      dayPeaks: [...peaks('2026-10', 5.5), { date: '2026-10-21', kw: plan.capacity?.peaks?.[0]?.kw ?? 0 }],
    };
    const later = await nightOf(evening, before);
    expect(later.capacity?.feeOre).toBe(plan.capacity?.feeOre);
  });
});

describe('what room under the step costs', () => {
  it('is told by itself, and is in neither the gap nor the prices of other wishes', async () => {
    const plan = await nightOf(evening, { dayPeaks: peaks('2026-10', 5.5) }, true);
    const { capacity, costOre, gapOre } = plan;
    const withoutRoom = costOre - (capacity?.roomOre ?? 0);
    expect(plan.explanation).toContain('room-kept');
    // 33.3 kWh at eleven kilowatts from 02:00 on, within the step that is reached anyway.
    const cheapestOre = 11 * (40 + 46 + 52) + (100 / 3 - 33) * 58;
    expect(capacity).toMatchObject({ riseOre: 0, uptoKw: 9.999 });
    expect(withoutRoom - gapOre).toBeLessThanOrEqual(cheapestOre + 0.1);
    expect(withoutRoom).toBeGreaterThanOrEqual(cheapestOre - 0.1);
    const priceOf = (asked: string) =>
      plan.wouldCost.find(({ change }) => change === asked)?.ore ?? Number.NaN;
    // 0.33 kWh at 58 øre and the rest at 52.
    expect(-priceOf('five-percent-less')).toBeCloseTo(58 / 3 + ((0.05 * 75) / 0.9 - 1 / 3) * 52, 3);
    expect(priceOf('ready-hour-later')).toBeLessThanOrEqual(1e-6);
    expect(priceOf('ready-hour-earlier')).toBeGreaterThanOrEqual(-1e-6);
  });
});

describe('the last night of a month', () => {
  const last = atLocalTime('2026-10-31', '17:00');

  it('never costs more in all than charging at once, each month’s fee by its own days', async () => {
    const plan = await nightOf(last, { dayPeaks: peaks('2026-10', 12) });
    expect(plan.shortfallKwh).toBe(0);
    const told = plan.costOre + (plan.capacity?.riseOre ?? 0);
    expect(told).toBeLessThanOrEqual(
      plan.chargeNowOre + (plan.capacity?.chargeNowRiseOre ?? 0) + (plan.capacity?.roomOre ?? 0) + 10,
    );
    expect(plan.capacity?.riseOre).toBe(0);
  });

  it('keeps the old month’s evening under the old month’s step as well', async () => {
    const plan = await nightOf(last);
    expect(plan.capacity?.riseOre).toBe(0);
    expect(plan.capacity?.chargeNowRiseOre).toBeGreaterThan(0);
    const evening = plan.slots.filter(({ startAt, powerKw }) => startAt < last + hours(7) && powerKw > 0);
    expect(evening.length).toBeGreaterThan(0);
  });
});
