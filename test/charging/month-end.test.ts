import { expect, it } from 'vitest';
import type { HomeProblem } from '../../lib/charging/home-problem.ts';
import { unknownHouse } from '../../lib/charging/house-outlook.ts';
import { monthPeaks } from '../../lib/charging/month-peaks.ts';
import { planBasis } from '../../lib/charging/plan-basis.ts';
import { planCapacity } from '../../lib/charging/plan-capacity.ts';
import { atLocalTime, isoLocal, QUARTER_MS } from '../../lib/time/index.ts';
import { aVehicle, pricesFrom, seen } from './support/a-vehicle.ts';

const fromAt = atLocalTime('2026-10-31', '22:00');
const startsAt = Array.from({ length: 16 }, (_, t) => fromAt + t * QUARTER_MS);
const steps = [
  { uptoKw: 4.999, nokPerMonth: 250 },
  { uptoKw: 9.999, nokPerMonth: 420 },
  { uptoKw: 10_000, nokPerMonth: 585 },
];
const dayPeaks = ['27', '28', '29'].map((day) => ({ date: `2026-10-${day}`, kw: 9 }));
const loadKw = () => 1;

function home(): HomeProblem {
  const vehicle = aVehicle({ observed: seen(fromAt) });
  const prices = pricesFrom(
    fromAt,
    startsAt.map(() => 50),
  );
  const basis = planBasis({ vehicle, prices, now: fromAt, reason: 'plugged-in', planId: 'p' }, null);
  const peaksOutside = (first: string, last: string) => monthPeaks({ dayPeaks }, loadKw, first, last);
  const house = {
    ...unknownHouse,
    loadKw,
    capacity: { steps, peaksOutside, earlierToday: null, assumed: false },
  };
  const car = {
    ...{ capacityKwh: 75, soc: 0.4, targetSoc: 0.8, maxKw: 11, efficiency: 0.9 },
    arriveSlot: 0,
    departSlot: 16,
  };
  const slots = startsAt.map((at) => ({
    start: isoLocal(at),
    minutes: 15 as const,
    importPrice: 0.5,
    baseLoadKw: 1,
  }));
  const untilAt = fromAt + 16 * QUARTER_MS;
  const cars = [{ basis, soc: 0.4, socToPlanOn: 0.4, chargesAnywayKw: 0, startsWithNext: false, untilAt }];
  const problem = { slots, vehicles: [car] };
  return { problem, asPaid: problem, withoutFee: problem, meter: slots, startsAt, cars, current: 0, house };
}
/** Full hours at so much, two before midnight and two after it. */
const charging = (...kw: number[]) =>
  planCapacity(home(), [startsAt.map((_, t) => kw[Math.floor(t / 4)] ?? 0)], 0);

it('what is charged before a month’s end rises above the days of that month only', () => {
  // October's mean stays with its three days of 9 kW; November has nothing but the house.
  expect(charging(7, 7, 0, 0)).toMatchObject({ riseOre: 0, demandKw: 1, uptoKw: 4.999, feeOre: 25000 });
  // Two days of nine kilowatts and one of twelve are ten on average: the step above.
  expect(charging(11, 11, 0, 0)).toMatchObject({ riseOre: 16500, demandKw: 1 });
});

it('what is charged after it begins the new month, whatever the old one was', () => {
  expect(charging(0, 0, 7, 7)).toMatchObject({ riseOre: 17000, demandKw: 8, uptoKw: 9.999, feeOre: 42000 });
  expect(charging(11, 0, 7, 0)?.riseOre).toBeCloseTo(16500 + 17000, 6);
});

it('charging at once is counted by the month it would fall in', () => {
  // The seven kilowatt hours of the morning would have been taken in October, where they raise nothing.
  expect(charging(0, 0, 7, 0)?.chargeNowRiseOre).toBe(0);
});
