import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desiredState } from '../../lib/charging/desired-state.ts';
import type { PlanInForce } from '../../lib/homes/index.ts';
import { aVehicle, evening, hours, minutes, percent, planned, seen } from './support/a-vehicle.ts';

const plan = planned().plan as PlanInForce;
const window = plan.windows[0] as PlanInForce['windows'][number];
const anyTime = fc.integer({ min: evening - hours(2), max: plan.readyAt + hours(6) });

describe('driver first: the car is never to be paused', () => {
  const needy = percent().map((soc) => Math.min(soc, 0.7));

  it.each([
    ['while its charge is unknown', { soc: null }, {}],
    ['by a plan that was made without prices', {}, { status: 'no-prices' as const }],
    ['by a plan that cannot reach the target', {}, { status: 'best-effort' as const }],
  ])('%s', (_, observed, over) => {
    fc.assert(
      fc.property(anyTime, needy, (now, soc) => {
        const vehicle = {
          ...aVehicle({ observed: seen(now, { soc, ...observed }) }),
          plan: { ...plan, ...over },
        };
        expect(desiredState(vehicle, now)).toBe('charging');
      }),
    );
  });

  it('without a plan', () => {
    fc.assert(
      fc.property(anyTime, needy, (now, soc) => {
        expect(desiredState(aVehicle({ observed: seen(now, { soc }) }), now)).toBe('charging');
      }),
    );
  });

  it('on knowledge more than an hour old', () => {
    expect(desiredState(planned(), evening + minutes(30))).toBe('paused');
    expect(desiredState(planned(), evening + minutes(61))).toBe('charging');
  });

  it('after the ready time, or after the last window, while the target is missing', () => {
    for (const now of [window.untilAt, plan.readyAt, plan.readyAt + hours(3)]) {
      expect(desiredState({ ...planned(), observed: seen(now, { soc: 0.78 }) }, now)).toBe('charging');
    }
  });
});

it('behind a fuse the car waits for a new plan where the last window left something, and is late only after the ready time', () => {
  const behindFuse = { ...plan, fuseKw: 15 };
  const at = (now: number) => ({ ...planned(), plan: behindFuse, observed: seen(now, { soc: 0.78 }) });
  expect(desiredState(at(window.untilAt), window.untilAt)).toBe('paused');
  expect(desiredState(at(plan.readyAt), plan.readyAt)).toBe('charging');
});

it('a car that has to wait for room under the fuse waits, but not in its own window', () => {
  const waits = { allowedAmpere: 0, observed: seen(evening) } as const;
  expect(desiredState(aVehicle({ ...waits, mode: 'charge-now' }), evening)).toBe('paused');
  expect(desiredState({ ...planned(), ...waits, observed: seen(window.fromAt) }, window.fromAt)).toBe(
    'charging',
  );
});

describe('a plan in force', () => {
  it('has the car charge in its windows and wait outside them', () => {
    const at = (now: number) => desiredState({ ...planned(), observed: seen(now) }, now);
    expect(at(evening)).toBe('paused');
    expect(at(window.fromAt - 1)).toBe('paused');
    expect(at(window.fromAt)).toBe('charging');
    expect(at(window.untilAt - 1)).toBe('charging');
  });

  it('leaves the car alone once it is done', () => {
    const done = { ...planned(), observed: seen(window.untilAt, { soc: 0.8, charge: 'complete' as const }) };
    expect(desiredState(done, window.untilAt)).toBe('leave-alone');
  });

  it('that charges beyond the target for a negative price stops when that is over', () => {
    const beyond = { ...plan, endSoc: 1 };
    const at = (now: number) =>
      desiredState({ ...planned(), plan: beyond, observed: seen(now, { soc: 0.9 }) }, now);
    expect(at(window.fromAt)).toBe('charging');
    expect(at(window.untilAt)).toBe('paused');
  });
});

it('the driver’s word goes before any plan, and a car that is not plugged in is left alone', () => {
  fc.assert(
    fc.property(anyTime, percent(), (now, soc) => {
      const vehicle = { ...planned(), observed: seen(now, { soc: Math.min(soc, 0.79) }) };
      expect(desiredState({ ...vehicle, mode: 'pause' }, now)).toBe('paused');
      expect(desiredState({ ...vehicle, mode: 'charge-now' }, now)).not.toBe('paused');
      const away = { ...vehicle, observed: seen(now, { plug: 'unplugged' }) };
      expect(desiredState(away, now)).toBe('leave-alone');
    }),
  );
});
