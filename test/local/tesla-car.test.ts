import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimulatedCar } from '../../lib/local/tesla-simulator/car.ts';
import { type CarOptions, newCar } from '../../lib/local/tesla-simulator/car-state.ts';
import { systemRandom } from '../../lib/platform/index.ts';
import { testClock } from '../devices/support/devices-world.ts';

function parkedCar(options: Partial<CarOptions> = {}) {
  const clock = testClock();
  const state = newCar({ batteryKwh: 60, soc: 0.5, ...options }, systemRandom, clock.now());
  return { clock, car: new SimulatedCar(state, clock) };
}
const hour = 3600;

describe('a simulated car', () => {
  it('starts to charge by itself when plugged in, after the handshake', () => {
    const { car, clock } = parkedCar();
    car.plugIn();
    expect(car.snapshot()).toMatchObject({ plugged: true, charging: false, powerKw: 0 });
    clock.passSeconds(10);
    expect(car.snapshot()).toMatchObject({ charging: true, powerKw: 11.04 });
    clock.passSeconds(hour);
    expect(car.snapshot().soc).toBeCloseTo(0.5 + (11.04 * 0.9) / 60, 10);
  });

  it('stops at its limit, whenever anybody looks', () => {
    const { car, clock } = parkedCar();
    const from = clock.now();
    car.plugIn();
    clock.passSeconds(12 * hour);
    expect(car.snapshot()).toMatchObject({ soc: 0.8, charging: false, reach: 'asleep' });
    const [interval] = car.intervals();
    expect(interval?.gridKwh).toBeCloseTo(20, 9);
    expect(((interval?.untilAt ?? 0) - from) / 3_600_000).toBeCloseTo(10 / 3600 + 18 / (11.04 * 0.9), 6);
    expect(car.transitions().map(({ kind, by }) => `${kind} by ${by}`)).toEqual([
      'plugged by driver',
      'started by car',
      'completed by car',
    ]);
  });

  it('stays stopped after a stop, and starts again at the next plug-in', () => {
    const { car, clock } = parkedCar();
    car.plugIn();
    clock.passSeconds(60);
    expect(car.stop()).toBeNull();
    const { soc } = car.snapshot();
    clock.passSeconds(5 * hour);
    expect(car.snapshot()).toMatchObject({ soc, charging: false });
    car.unplug();
    car.plugIn();
    clock.passSeconds(60);
    expect(car.snapshot().charging).toBe(true);
  });

  it('refuses in its own words what makes no sense', () => {
    const { car, clock } = parkedCar();
    expect(car.start()).toBe('disconnected');
    expect(car.stop()).toBe('not_charging');
    expect(car.setLimit(80)).toBe('already_set');
    car.plugIn();
    expect(car.start()).toBe('is_charging');
    clock.passSeconds(12 * hour);
    expect(car.start()).toBe('complete');
  });

  it('goes on by itself when the limit is raised, and ends when it is lowered below the charge', () => {
    const { car, clock } = parkedCar();
    car.plugIn();
    clock.passSeconds(12 * hour);
    expect(car.setLimit(90)).toBeNull();
    clock.passSeconds(60);
    expect(car.snapshot().charging).toBe(true);
    expect(car.setLimit(50)).toBeNull();
    expect(car.snapshot().charging).toBe(false);
  });

  it('falls asleep when idle, not while it charges, and wakes when plugged in', () => {
    const { car, clock } = parkedCar({ idleMinutesToSleep: 20 });
    clock.passSeconds(19 * 60);
    expect(car.snapshot().reach).toBe('online');
    clock.passSeconds(60);
    expect(car.snapshot().reach).toBe('asleep');
    car.plugIn();
    clock.passSeconds(90 * 60);
    expect(car.snapshot().reach).toBe('online');
  });

  it('counts the idle minutes from when it was complete', () => {
    const { car, clock } = parkedCar({ soc: 0.79 });
    car.plugIn();
    clock.passSeconds(10 + (0.01 * 60 * 3600) / (11.04 * 0.9) + 14 * 60);
    expect(car.snapshot().reach).toBe('online');
    clock.passSeconds(2 * 60);
    expect(car.snapshot().reach).toBe('asleep');
  });

  it('has the same battery at the end, however often it was looked at', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 7200 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(looks, (pauses) => {
        const [watched, alone] = [parkedCar({ limitPercent: 100 }), parkedCar({ limitPercent: 100 })];
        watched.car.plugIn();
        alone.car.plugIn();
        for (const pause of pauses) {
          watched.clock.passSeconds(pause);
          watched.car.snapshot();
          alone.clock.passSeconds(pause);
        }
        expect(watched.car.snapshot().soc).toBeCloseTo(alone.car.snapshot().soc, 9);
        expect(watched.car.intervals()[0]?.gridKwh ?? 0).toBeCloseTo(
          alone.car.intervals()[0]?.gridKwh ?? 0,
          7,
        );
      }),
    );
  });
});
