import { expect, it } from 'vitest';
import { nextDueAt } from '../../lib/charging/next-due.ts';
import { withoutPastMonths } from '../../lib/charging/without-past-months.ts';
import { newHome } from '../../lib/homes/index.ts';
import { atLocalTime } from '../../lib/time/index.ts';
import { inOslo } from '../support/price-terms.ts';
import { aVehicle } from './support/a-vehicle.ts';

const lastHour = atLocalTime('2026-10-31', '23:00');
const home = {
  ...newHome({ customerId: 'c', ...inOslo, dueShard: 'NO1#0', createdAt: 0 }),
  dayPeaks: [
    { date: '2026-10-30', kw: 7 },
    { date: '2026-11-01', kw: 6 },
  ],
  carHours: [
    { startAt: lastHour, kwh: 4 },
    { startAt: atLocalTime('2026-11-01', '00:00'), kwh: 5 },
  ],
};

it('a month’s hours and peaks are kept while it lasts, and gone when it is over', () => {
  expect(withoutPastMonths(home, atLocalTime('2026-11-30', '23:59'))).toMatchObject({
    dayPeaks: home.dayPeaks.slice(1),
    carHours: home.carHours.slice(1),
  });
  expect(withoutPastMonths(home, atLocalTime('2026-12-01', '00:00'))).toMatchObject({
    dayPeaks: [],
    carHours: [],
  });
});

it('a home whose cars cannot be reached any more is looked at once more, to forget its month', () => {
  const lost = { ...home, vehicles: [aVehicle({ link: 'needs-relink' })] };
  expect(nextDueAt(lost, lastHour)).toBe(atLocalTime('2026-12-01', '00:00'));
  expect(nextDueAt({ ...lost, carHours: [], dayPeaks: [] }, lastHour)).toBeNull();
});
