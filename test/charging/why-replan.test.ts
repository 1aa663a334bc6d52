import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intend, settleByReading } from '../../lib/charging/command-ledger.ts';
import { expectedSoc } from '../../lib/charging/expected-soc.ts';
import { runningBlock } from '../../lib/charging/running-block.ts';
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

describe('a block that is to go on until it is done', () => {
  const unbroken = { ...ordinaryWishes, unbroken: true };
  const inBlock = (plan.windows[0]?.fromAt ?? 0) + minutes(30);
  const running = (at: number, over: Partial<HomeVehicle> = {}) => ({
    ...aVehicle({ observed: seen(at, { soc: 0.41, charge: 'charging' }), wishes: unbroken, ...over }),
    plan: { ...plan, wishesKey: '' },
  });
  const otherPrices = ['NO1/2026-10-22/1', 'NO1/2026-10-23/2'];

  it('is not planned anew for prices, the battery or another car once it has begun', () => {
    expect(whyReplan(running(inBlock), otherPrices, inBlock, 'b:planned')).toBeNull();
    expect(whyReplan(running(evening), otherPrices, evening + minutes(1))).toBe('prices-arrived');
  });

  it('is what the driver says now', () => {
    const other = running(inBlock, { wishes: { ...unbroken, targetSoc: 0.9 } });
    expect(whyReplan(other, used, inBlock)).toBe('wishes-changed');
  });

  it('is part of the house for the other cars, as long as it goes on', () => {
    const last = plan.windows.at(-1)?.untilAt;
    expect(runningBlock(running(inBlock), inBlock)).toEqual({
      fromAt: inBlock,
      untilAt: last,
      kw: plan.maxKw,
    });
    expect(runningBlock(running(evening), evening)).toBeNull();
    expect(runningBlock(running(inBlock, { wishes: ordinaryWishes }), inBlock)).toBeNull();
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

describe('a car that takes another power', () => {
  const at = evening + hours(1);
  const takes = (maxKw: number, over: Partial<HomeVehicle> = {}) => ({
    ...planned({ session: sessionFrom(evening, { maxKw }) }),
    observed: seen(at),
    ...over,
  });
  const behindFuse = { ...plan, fuseKw: 15, kwPerAmpere: 0.69 };
  const untold = { ampere: 16, maxAmpere: 16, phases: null, volts: null } as const;

  it.each<[string, HomeVehicle]>([
    ['tells three phases where one was assumed', takes(11, { plan: { ...plan, maxKw: 3.6 } })],
    ['is on a weaker socket', takes(3.7)],
    ['has told its phases', takes(11, { plan: { ...behindFuse, kwPerAmpere: null } })],
    ['tells them no more', takes(11, { plan: behindFuse, observed: seen(at, { circuit: untold }) })],
    ['was never agreed to be told a current', takes(11, { plan: behindFuse, maySetCurrent: false })],
  ])('%s: planned anew', (_, vehicle) => {
    expect(whyReplan(vehicle, used, at)).toBe('power-changed');
  });

  it.each<[string, HomeVehicle]>([
    ['its volts vary', takes(10.4)],
    [
      'it takes less as it gets full',
      takes(6, {
        observed: seen(at, { soc: 0.85 }),
        plan: { ...plan, socAtStart: 0.85, endSoc: 0.9, targetSoc: 0.8 },
      }),
    ],
    ['behind a fuse nothing changed', takes(11, { plan: behindFuse })],
    ['nothing hangs on amperes', takes(11, { observed: seen(at, { circuit: null }) })],
  ])('not where %s', (_, vehicle) => {
    expect(whyReplan(vehicle, used, at)).toBeNull();
  });

  it('planned round its full power once it has not heeded two orders, not after one that was lost', () => {
    const one = failedOrder(takes(11, { plan: behindFuse }), at);
    expect(whyReplan(one, used, at + minutes(2))).toBeNull();
    expect(whyReplan(failedOrder(one, at + minutes(2)), used, at + minutes(4))).toBe('power-changed');
  });
});

/** Told ten amperes, and read back with sixteen. */
function failedOrder(vehicle: HomeVehicle, at: number): HomeVehicle {
  const intended = intend(vehicle, { kind: 'set-current', ampere: 10 }, `c-${at}`, at);
  const later = at + minutes(2);
  return settleByReading({ ...intended, observed: seen(later) }, later);
}

it('behind a fuse what the last window left undone is planned at once, when it was seen', () => {
  const overAt = plan.windows.at(-1)?.untilAt ?? 0;
  const short = (at: number, soc: number) => ({
    ...planned(),
    plan: { ...plan, fuseKw: 15, kwPerAmpere: 0.69 },
    observed: seen(at, { soc }),
  });
  expect(whyReplan(short(overAt, 0.79), used, overAt)).toBe('battery-off-plan');
  expect(whyReplan(short(overAt - 1, 0.79), used, overAt)).toBeNull();
  expect(whyReplan(short(overAt, 0.8), used, overAt)).toBeNull();
  expect(whyReplan({ ...short(overAt, 0.79), plan }, used, overAt)).toBeNull();
});

describe('behind a fuse a plan that says itself that it falls short', () => {
  const short = { ...plan, fuseKw: 15, kwPerAmpere: 0.69, shortfallKwh: 4, status: 'best-effort' as const };
  const overAt = plan.windows.at(-1)?.untilAt ?? 0;
  const reasonAt = (at: number, over: Partial<PlanInForce>) =>
    whyReplan({ ...planned(), plan: { ...short, ...over }, observed: seen(at, { soc: 0.75 }) }, used, at);

  it('is made anew at its end: another car may take less by now', () => {
    expect(reasonAt(overAt, {})).toBe('battery-off-plan');
    expect(reasonAt(overAt - 1, {})).toBeNull();
  });

  it('is left short where the driver’s price limit is why', () => {
    expect(reasonAt(overAt, { explanation: ['too-little-time', 'price-limit'] })).toBeNull();
  });

  it('without a window is made anew an hour later, and stands where nothing is missing', () => {
    const at = short.madeAt + hours(1);
    expect(reasonAt(at, { windows: [] })).toBe('battery-off-plan');
    expect(reasonAt(at - 1, { windows: [] })).toBeNull();
    expect(reasonAt(at, { windows: [], shortfallKwh: 0, socAtStart: 0.75 })).toBeNull();
  });
});

it('a car that nobody can command is not planned', () => {
  expect(whyReplan(aVehicle({ link: 'needs-relink' }), used, evening)).toBeNull();
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
