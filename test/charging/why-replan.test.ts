import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedSoc } from '../../lib/charging/expected-soc.ts';
import { whyReplan } from '../../lib/charging/why-replan.ts';
import { type HomeVehicle, ordinaryWishes, type PlanInForce } from '../../lib/homes/index.ts';
import {
  aVehicle,
  evening,
  hours,
  minutes,
  nightPrices,
  planned,
  seen,
  sessionFrom,
} from './support/a-vehicle.ts';

const { used } = nightPrices;
const plan = planned().plan as PlanInForce;
const night = fc.integer({ min: evening, max: plan.readyAt - 1 });

describe('the plan in force', () => {
  it('stays untouched through the whole night while the car follows it', () => {
    fc.assert(
      fc.property(night, fc.double({ min: -0.025, max: 0.025, noNaN: true }), (now, off) => {
        const soc = Math.min(1, expectedSoc(plan, 75, now) + off);
        expect(whyReplan(planned({ observed: seen(evening) }), used, now)).toBeNull();
        expect(whyReplan({ ...aVehicle({ observed: seen(now, { soc }) }), plan }, used, now)).toBeNull();
      }),
    );
  });

  it('does not mind new revisions of days behind it, prices of days beyond it, or their order', () => {
    const now = evening + hours(9);
    const others = ['NO1/2026-10-23/1', 'NO1/2026-10-22/7', 'NO1/2026-10-24/1'];
    expect(whyReplan(planned(), others, now)).toBeNull();
  });
});

describe('it is replaced because', () => {
  const at = evening + hours(1);
  const followed = (over: Partial<HomeVehicle>) => ({ ...planned(), observed: seen(at), ...over });
  const chargingNow = (pricesUsed: readonly string[]) =>
    followed({ mode: 'charge-now', plan: { ...plan, mode: 'charge-now', pricesUsed } });
  it.each<[string, HomeVehicle, readonly string[], number]>([
    ['plugged-in', aVehicle(), used, evening],
    ['prices-arrived', followed({}), ['NO1/2026-10-22/1', 'NO1/2026-10-23/2'], at],
    ['prices-arrived', followed({}), ['NO2/2026-10-22/1', 'NO2/2026-10-23/1'], at],
    ['prices-arrived', followed({}), ['grid/2026-10-23/0a1b2c3d', ...used], at],
    ['contract-changed', chargingNow(['NO1/2026-10-23/0']), used, at],
    [
      'wishes-changed',
      followed({ wishes: { ...ordinaryWishes, readyBy: '07:00', targetSoc: 0.9 } }),
      used,
      at,
    ],
    [
      'wishes-changed',
      followed({ wishes: { ...ordinaryWishes, readyBy: '06:30', targetSoc: 0.8 } }),
      used,
      at,
    ],
    ['wishes-changed', followed({ wishes: { ...ordinaryWishes, unbroken: true } }), used, at],
    [
      'wishes-changed',
      followed({ wishes: { ...ordinaryWishes, once: { readyAt: at + hours(8), targetSoc: 0.8 } } }),
      used,
      at,
    ],
    ['mode-changed', followed({ mode: 'pause' }), used, at],
    ['battery-off-plan', followed({ observed: seen(at, { soc: 0.44 }) }), used, at],
    ['deadline-passed', followed({ observed: seen(plan.readyAt, { soc: 0.8 }) }), used, plan.readyAt],
  ])('%s', (reason, vehicle, pricesUsed, now) => {
    expect(whyReplan(vehicle, pricesUsed, now)).toBe(reason);
  });
});

it('is replaced because of another car, where cars share something', () => {
  expect(whyReplan(planned(), used, evening, '')).toBeNull();
  expect(whyReplan(planned(), used, evening, 'other:planned')).toBe('another-car');
  expect(
    whyReplan({ ...planned(), plan: { ...plan, together: 0 } }, used, evening, 'other:planned'),
  ).toBeNull();
});

it('from before other wishes were told is not replaced for them', () => {
  const wishes = { ...ordinaryWishes, unbroken: true };
  expect(whyReplan({ ...planned({ wishes }), plan: { ...plan, wishesKey: '' } }, used, evening)).toBeNull();
});

describe('there is nothing to plan', () => {
  it('for a car that is not plugged in', () => {
    expect(
      whyReplan(aVehicle({ session: null, observed: seen(evening, { plug: 'unplugged' }) }), used, evening),
    ).toBeNull();
  });

  it('after the ready time while the car still charges: it is late, and goes on', () => {
    const late = { ...planned(), observed: seen(plan.readyAt, { soc: 0.6, charge: 'charging' as const }) };
    expect(whyReplan(late, used, plan.readyAt + minutes(1))).toBeNull();
  });

  it('while a car that has just begun to charge has not told its power; then it is planned all the same', () => {
    const starting = aVehicle({
      observed: seen(evening, { charge: 'starting', maxKw: null }),
      session: sessionFrom(evening, { maxKw: null }),
    });
    expect(whyReplan(starting, used, evening + minutes(2))).toBeNull();
    expect(whyReplan(starting, used, evening + minutes(6))).toBe('plugged-in');
  });
});
