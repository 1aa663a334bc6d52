import { describe, expect, it } from 'vitest';
import { houseOutlook } from '../../lib/charging/house-outlook-of.ts';
import { planHome } from '../../lib/charging/plan-home.ts';
import type { Home, PlanInForce } from '../../lib/homes/index.ts';
import { elvia } from '../../lib/tariffs/catalogue/elvia.ts';
import { aVehicle, evening, pricesFrom, seen } from './support/a-vehicle.ts';

const circuit = { ampere: 16, maxAmpere: 16, phases: 3, volts: 230 } as const;
const house = houseOutlook(
  {
    dayPeaks: [],
    carHours: [],
    gridTariffName: null,
    taxZone: 'sor',
    houseYearlyKwh: null,
    fuse: null,
  } as unknown as Home,
  elvia,
  evening,
);

/** Of a home with Elvia, by its hourly prices from 17:00, øre. */
async function nightOf(hourly: (hour: number) => number, soc: number): Promise<PlanInForce> {
  const ore = Array.from({ length: 70 }, (_, q) => hourly(Math.floor(q / 4)));
  const vehicle = aVehicle({ observed: seen(evening, { soc, maxKw: 11.04, circuit }) });
  const asked = [
    { vehicle, prices: pricesFrom(evening, ore), now: evening, reason: 'plugged-in', planId: 'p' } as const,
  ];
  const plans = await planHome({ asked, house, loads: [], share: 0.3, tellsOtherWishes: false });
  return plans.get(vehicle.vehicleRef) as PlanInForce;
}

/** Windows that do not go on from the one before. */
function startsOf({ windows }: PlanInForce): number {
  return windows.filter(({ fromAt }, i) => fromAt !== windows[i - 1]?.untilAt).length;
}

describe('a night under a capacity fee is plain', () => {
  it.each<[string, (hour: number) => number, number, number]>([
    ['one stretch at flat prices', () => 100, 0.5, 1],
    [
      'dear evening, falling to midnight, flat after it',
      (hour) => [140, 140, 120, 90, 40, 18, 14][hour] ?? 122,
      0.28,
      3,
    ],
    ['a valley before morning', (hour) => 120 - 60 * Math.exp(-(((hour - 11) / 3.5) ** 2)), 0.5, 3],
  ])('%s', async (_, hourly, soc, mostStarts) => {
    const plan = await nightOf(hourly, soc);
    expect(plan.shortfallKwh).toBe(0);
    expect(startsOf(plan)).toBeLessThanOrEqual(mostStarts);
    expect(plan.windows.length).toBeLessThanOrEqual(2 * mostStarts + 1);
    for (const { fromAt, untilAt } of plan.windows)
      expect(untilAt - fromAt).toBeGreaterThanOrEqual(5 * 60_000);
  });
});
