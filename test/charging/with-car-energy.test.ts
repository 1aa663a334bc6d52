import { expect, it } from 'vitest';
import { withCarEnergy } from '../../lib/charging/with-car-energy.ts';
import { type Home, type HomeVehicle, newHome } from '../../lib/homes/index.ts';
import { atLocalTime, hourStart, localDate } from '../../lib/time/index.ts';
import { inOslo } from '../support/price-terms.ts';
import { aVehicle, evening, hours, minutes, planned, seen, sessionFrom } from './support/a-vehicle.ts';

const aHome = (over: Partial<Home> = {}): Home => ({
  ...newHome({ customerId: 'c', ...inOslo, dueShard: 'NO1#0', createdAt: 1 }),
  ...over,
});
/** Metered so much at this instant. */
const metered = (vehicle: HomeVehicle, at: number, gridKwh: number): HomeVehicle => ({
  ...vehicle,
  observed: seen(at),
  session: sessionFrom(evening, { gridKwh, meter: { at, sessionKwh: 0, soc: null } }),
});
const kwhOf = ({ carHours }: Home) => carHours.map(({ kwh }) => Math.round(kwh * 1000) / 1000);

it('energy lies in the clock hours it flowed in', () => {
  const before = metered(aVehicle({ plan: null }), evening + minutes(30), 2);
  const home = withCarEnergy(aHome(), before, metered(before, evening + minutes(90), 14), null);
  expect(home.carHours.map(({ startAt }) => startAt)).toEqual([evening, evening + hours(1)]);
  expect(kwhOf(home)).toEqual([6, 6]);
  const more = withCarEnergy(
    home,
    metered(before, evening + minutes(90), 14),
    metered(before, evening + minutes(120), 17),
    null,
  );
  expect(kwhOf(more)).toEqual([6, 9]);
});

it('while the plan let it, where it did', () => {
  const before = metered(planned(), evening + hours(7), 0);
  const [window] = before.plan?.windows ?? [];
  const after = metered(before, (window?.fromAt ?? 0) + minutes(30), 5);
  const home = withCarEnergy(aHome(), before, after, null);
  expect(home.carHours.map(({ startAt }) => startAt)).toEqual([hourStart(window?.fromAt ?? 0)]);
  expect(kwhOf(home)).toEqual([5]);
});

it('at the current it was told: half an hour at full power outweighs an hour at six amperes', () => {
  const vehicle = planned();
  const windows = [
    { fromAt: evening + minutes(30), untilAt: evening + hours(1), ampere: null },
    { fromAt: evening + hours(1), untilAt: evening + hours(2), ampere: 6 },
  ];
  const plan = vehicle.plan && { ...vehicle.plan, windows, maxKw: 11.04, kwPerAmpere: 0.69 };
  const before = metered({ ...vehicle, plan }, evening, 0);
  const home = withCarEnergy(aHome(), before, metered(before, evening + hours(2), 5.52 + 4.14), null);
  expect(kwhOf(home)).toEqual([5.52, 4.14]);
});

it('the day’s highest hour stays, house and cars together, when its hours are gone', () => {
  const before = metered(aVehicle({ plan: null }), evening, 0);
  const home = withCarEnergy(aHome(), before, metered(before, evening + hours(1), 11), null);
  const today = localDate(evening);
  expect(home.dayPeaks.map(({ date }) => date)).toEqual([today]);
  expect(home.dayPeaks[0]?.kw).toBeGreaterThan(11);
  const nextNoon = atLocalTime('2026-10-23', '12:00');
  const start = metered(before, nextNoon, 11);
  const next = withCarEnergy(home, start, metered(before, nextNoon + hours(1), 12), null);
  expect(next.carHours.map(({ startAt }) => localDate(startAt))).toEqual(['2026-10-23']);
  expect(next.dayPeaks[0]).toEqual(home.dayPeaks[0]);
  expect(next.dayPeaks).toHaveLength(2);
});

it('a new month begins with no days, and nothing flowing changes nothing', () => {
  const home = aHome({ dayPeaks: [{ date: '2026-09-30', kw: 9 }] });
  const before = metered(aVehicle({ plan: null }), evening, 3);
  expect(withCarEnergy(home, before, metered(before, evening + hours(1), 3), null)).toBe(home);
  const later = withCarEnergy(home, before, metered(before, evening + hours(1), 5), null);
  expect(later.dayPeaks.map(({ date }) => date)).toEqual([localDate(evening)]);
});

it('what a session that has just ended took last is counted', () => {
  const before = metered(aVehicle({ plan: null }), evening, 3);
  const gone: HomeVehicle = {
    ...before,
    session: null,
    observed: seen(evening + minutes(30), { plug: 'unplugged' }),
  };
  const facts = { costOre: 0, chargeNowOre: 0, unpriced: false, assumed: false };
  const finished = {
    ...facts,
    vehicleRef: 'car',
    pluggedInAt: evening,
    endedAt: evening + minutes(30),
    gridKwh: 7,
  };
  expect(kwhOf(withCarEnergy(aHome(), before, gone, finished))).toEqual([4]);
});
