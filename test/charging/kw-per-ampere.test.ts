import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { kwPerAmpere } from '../../lib/charging/kw-per-ampere.ts';
import type { Circuit } from '../../lib/devices/index.ts';
import { fuseKw } from '../../lib/homes/index.ts';
import { aVehicle, evening, seen } from './support/a-vehicle.ts';

const perAmpere = (circuit: Circuit | null, net: 'TN' | 'IT' | null) =>
  kwPerAmpere(aVehicle({ observed: seen(evening, { circuit }) }), net, evening);
const told = (phases: 1 | 3 | null, volts: number | null, ampere: number | null = 16): Circuit => ({
  ...{ ampere, maxAmpere: 16, phases, volts },
});

it('full amperes are the full power the car tells, in any net', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<1 | 3>(1, 3),
      fc.integer({ min: 120, max: 250 }),
      fc.integer({ min: 6, max: 32 }),
      fc.constantFrom('TN' as const, 'IT' as const, null),
      (phases, volts, ampere, net) => {
        const toldKw = (volts * ampere * phases) / 1000;
        expect((perAmpere(told(phases, volts, ampere), net) ?? 0) * ampere).toBeCloseTo(toldKw, 9);
      },
    ),
  );
});

it('an IT net: a car on two wires takes 230 V, one on three that tells no volts √3 as much, as the fuse counts', () => {
  expect(perAmpere(told(1, 230), 'IT')).toBeCloseTo(0.23, 9);
  expect(perAmpere(told(1, null), 'IT')).toBeCloseTo(0.23, 9);
  expect(perAmpere(told(3, null), 'IT')).toBeCloseTo(fuseKw({ ampere: 1, phases: 3, net: 'IT' }), 9);
});

it('a TN net stands in with three phases of 230 V, and so does a net that nobody told', () => {
  expect(perAmpere(told(3, null), 'TN')).toBeCloseTo(0.69, 9);
  expect(perAmpere(told(3, null), null)).toBeCloseTo(0.69, 9);
});

it('nothing is said of a car that has not told its phases or takes no orders', () => {
  expect(perAmpere(null, 'TN')).toBeNull();
  expect(perAmpere(told(null, 230), 'TN')).toBeNull();
  expect(perAmpere(told(3, 230, null), 'TN')).toBeNull();
});
