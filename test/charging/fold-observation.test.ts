import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldObservation } from '../../lib/charging/fold-observation.ts';
import type { Observation } from '../../lib/devices/index.ts';
import type { HomeVehicle } from '../../lib/homes/index.ts';
import {
  anObservation,
  aVehicle,
  evening,
  hours,
  minutes,
  nightPrices,
  noPrices,
  pricesFrom,
  seen,
  sessionFrom,
} from './support/a-vehicle.ts';

const unplugged = (at: number, over: Partial<Observation> = {}) =>
  seen(at, { plug: 'unplugged', charge: 'unknown', maxKw: null, ...over });
const before = evening - minutes(15);

function fold(vehicle: HomeVehicle, ...told: Observation[]): HomeVehicle {
  return told.reduce((folded, each) => foldObservation(folded, each, nightPrices).vehicle, vehicle);
}

describe('a session', () => {
  it('opens when the plug is first seen in', () => {
    const car = fold(aVehicle({ session: null, observed: unplugged(before) }), seen(evening));
    expect(car.session).toMatchObject({ pluggedInAt: evening, gridKwh: 0, maxKw: 11 });
  });

  it('opens when a charging car’s counter says it began, not before the car was last seen unplugged', () => {
    const charging = { charge: 'charging', powerKw: 11 } as const;
    const from = aVehicle({ session: null, observed: unplugged(before) });
    const since = fold(from, seen(evening, { ...charging, sessionKwh: 0.99 }));
    expect(since.session?.pluggedInAt).toBe(evening - minutes(6));
    expect(since.session?.gridKwh).toBeCloseTo(1.1, 9);
    const early = fold(from, seen(evening, { ...charging, sessionKwh: 3 }));
    expect(early.session?.pluggedInAt).toBe(before);
  });

  it('takes a counter that cannot be of this session as its zero', () => {
    const from = aVehicle({ session: null, observed: unplugged(before) });
    const car = fold(from, seen(evening, { charge: 'charging', powerKw: 11, sessionKwh: 31 }));
    expect(car.session).toMatchObject({ pluggedInAt: evening, gridKwh: 0 });
    const linked = fold(aVehicle({ session: null, observed: null }), seen(evening, { sessionKwh: 12 }));
    expect(linked.session).toMatchObject({ gridKwh: 0, meter: { sessionKwh: 12 } });
  });

  it('ends when the plug is seen out, with whole øre, and takes the driver’s word and the plan with it', () => {
    const car = aVehicle({
      mode: 'charge-now',
      session: sessionFrom(evening, { gridKwh: 10.00049, costOre: 1200.4, chargeNowOre: 1300.6 }),
    });
    const at = evening + hours(3);
    const { vehicle, finished } = foldObservation(
      car,
      unplugged(at, { sessionKwh: 0, soc: 0.3 }),
      nightPrices,
    );
    expect(vehicle).toMatchObject({ session: null, plan: null, mode: 'plan' });
    expect(finished).toEqual({
      vehicleRef: 'car',
      pluggedInAt: evening,
      endedAt: at,
      gridKwh: 10,
      costOre: 1200,
      chargeNowOre: 1301,
      unpriced: false,
      assumed: false,
    });
  });

  it('in which nothing flowed leaves no trace', () => {
    expect(foldObservation(aVehicle(), unplugged(evening + hours(1)), nightPrices).finished).toBeNull();
  });
});

describe('metered energy', () => {
  it('costs what its quarters cost, and is compared with full power from plug-in', () => {
    const at = evening + hours(10);
    const car = aVehicle({
      observed: seen(evening + hours(9)),
      session: sessionFrom(evening, { meter: { at: at - hours(1), sessionKwh: 0, soc: 0.4 } }),
    });
    const { session } = fold(car, seen(at, { charge: 'charging', sessionKwh: 9.9, soc: 0.53 }));
    expect(session?.gridKwh).toBeCloseTo(11, 9);
    expect(session?.costOre).toBeCloseTo(11 * 40, 6);
    expect(session?.chargeNowOre).toBeCloseTo(11 * 120, 6);
    expect(session?.chargeNowUntilAt).toBeCloseTo(evening + hours(1), 0);
  });

  it('is told by the state of charge where the car’s counter is silent or started over', () => {
    for (const sessionKwh of [null, 1]) {
      const car = aVehicle({
        session: sessionFrom(evening, { meter: { at: evening, sessionKwh: 5, soc: 0.4 } }),
      });
      const { session } = fold(car, seen(evening + hours(1), { soc: 0.5, sessionKwh }));
      expect(session?.gridKwh).toBeCloseTo(7.5 / 0.9, 9);
    }
  });

  it('is the same money however often the car is read', () => {
    const given = fc.record({
      prices: fc.array(fc.integer({ min: -100, max: 300 }), { minLength: 60, maxLength: 60 }),
      readAfterMinutes: fc.uniqueArray(fc.integer({ min: 1, max: 599 }), { minLength: 1, maxLength: 20 }),
    });
    fc.assert(
      fc.property(given, ({ prices, readAfterMinutes }) => {
        const known = pricesFrom(evening, prices);
        const readings = [...readAfterMinutes.sort((a, b) => a - b), 600].map((after) =>
          seen(evening + minutes(after), {
            charge: 'charging',
            sessionKwh: (after / 60) * 0.9 * 5,
            soc: 0.4 + after / 2000,
          }),
        );
        const car = aVehicle({ session: sessionFrom(evening, { maxKw: 11 }) });
        const often = readings.reduce(
          (each, told) => foldObservation(each, told, known).vehicle,
          car,
        ).session;
        const once = foldObservation(car, readings.at(-1) as Observation, known).vehicle.session;
        expect(often?.gridKwh).toBeCloseTo(50, 6);
        expect(often?.costOre).toBeCloseTo(once?.costOre ?? Number.NaN, 4);
        expect(often?.chargeNowOre).toBeCloseTo(once?.chargeNowOre ?? Number.NaN, 4);
      }),
    );
  });

  it('counts in neither sum where a price is unknown, and says so', () => {
    const { vehicle } = foldObservation(aVehicle(), seen(evening + hours(1), { sessionKwh: 9 }), noPrices);
    expect(vehicle.session).toMatchObject({ gridKwh: 10, costOre: 0, chargeNowOre: 0, unpriced: true });
  });

  it('does not believe a power that would take for ever', () => {
    const car = aVehicle({ session: sessionFrom(evening, { maxKw: null }) });
    for (const toldKw of [0, Number.MIN_VALUE, 0.1]) {
      const told = { charge: 'charging', powerKw: toldKw, maxKw: toldKw, sessionKwh: 9 } as const;
      const { session } = fold(car, seen(evening + hours(1), told));
      expect(session?.maxKw).toBeNull();
      expect(session?.chargeNowUntilAt).toBeLessThan(evening + hours(4));
    }
  });

  it('never runs backwards, whatever the car tells', () => {
    const told = fc.array(anObservation(evening + hours(6)), { maxLength: 12 });
    fc.assert(
      fc.property(told, (readings) => {
        let car = aVehicle();
        for (const reading of readings) {
          const { vehicle, finished } = foldObservation(car, reading, nightPrices);
          if (finished === null && vehicle.session && car.session) {
            expect(vehicle.session.gridKwh).toBeGreaterThanOrEqual(car.session.gridKwh);
            expect(vehicle.session.meter.at).toBeGreaterThanOrEqual(car.session.meter.at);
          }
          expect(finished?.gridKwh ?? 1).toBeGreaterThan(0);
          car = vehicle;
        }
      }),
    );
  });

  it('is counted once: the same reading again changes nothing', () => {
    fc.assert(
      fc.property(anObservation(evening + hours(6)), (reading) => {
        const once = fold(aVehicle(), reading);
        expect(fold(once, reading)).toEqual(once);
      }),
    );
  });
});

describe('what is believed of the car', () => {
  it('stays as it was where an older answer comes late', () => {
    const car = fold(
      aVehicle(),
      seen(evening + minutes(10), { soc: 0.45 }),
      seen(evening + minutes(5), { soc: 0.42, plug: 'unplugged' }),
    );
    expect(car.observed).toMatchObject({ soc: 0.45, plug: 'plugged', observedAt: evening + minutes(10) });
  });

  it('stays as it was while the car sleeps, except that it does not charge', () => {
    const asleep = seen(evening + hours(1), {
      reach: 'asleep',
      soc: null,
      plug: 'unknown',
      charge: 'unknown',
      limitSoc: null,
      maxKw: null,
    });
    const car = fold(aVehicle({ observed: seen(evening, { charge: 'charging' }) }), asleep);
    expect(car.observed).toMatchObject({
      reach: 'asleep',
      soc: 0.4,
      plug: 'plugged',
      charge: 'unknown',
      fetchedAt: evening + hours(1),
    });
    expect(car.session).not.toBeNull();
  });

  it('does not follow a state of charge that jumps as no charger can', () => {
    expect(fold(aVehicle(), seen(evening + minutes(15), { soc: 0.9 })).observed?.soc).toBe(0.4);
    expect(fold(aVehicle(), seen(evening + hours(2), { soc: 0.9 })).observed?.soc).toBe(0.9);
  });
});
