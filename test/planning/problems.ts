import fc from 'fast-check';
import type { Problem, Slot, Vehicle } from '../../lib/planning/index.ts';
import { isoLocal } from '../../lib/time/index.ts';

const FIRST_AT = Date.UTC(2026, 0, 12, 16);

/** Consecutive slots from 2026-01-12T17:00+01:00. */
export function slotsOf(prices: readonly number[], minutes: readonly (15 | 60)[] | 15 | 60 = 15): Slot[] {
  let at = FIRST_AT;
  return prices.map((importPrice, t) => {
    const length = typeof minutes === 'number' ? minutes : (minutes[t] ?? 15);
    const slot = { start: isoLocal(at), minutes: length, importPrice };
    at += length * 60_000;
    return slot;
  });
}

const aCar: Vehicle = {
  id: 'car-1',
  capacityKwh: 64,
  soc: 0.31,
  targetSoc: 0.8,
  arriveSlot: 0,
  departSlot: 0,
  maxKw: 11,
  efficiency: 0.9,
};

export function problemOf(slots: readonly Slot[], car: Partial<Vehicle> = {}): Problem {
  return { slots, vehicles: [{ ...aCar, departSlot: slots.length, ...car }] };
}

/** Of a problem made here. */
export function theCar({ vehicles: [car] }: Problem): Vehicle {
  return car ?? aCar;
}

// Plus 0: JSON knows no negative zero.
const aPrice = fc.double({ min: -2, max: 6, noNaN: true }).map((price) => price + 0);
const coarsePrice = fc.integer({ min: -3, max: 12 }).map((tenths) => tenths / 10 + 0);
const sized = (one: fc.Arbitrary<number>) => (count: number) =>
  fc.array(one, { minLength: count, maxLength: count });
/** Random, ties, all equal, four equal quarters to the hour, mostly zero, all negative: where plans go wrong. */
const somePrices = (count: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    sized(aPrice)(count),
    sized(coarsePrice)(count),
    coarsePrice.map((price) => new Array<number>(count).fill(price)),
    sized(coarsePrice)(Math.ceil(count / 4)).map((hours) =>
      Array.from({ length: count }, (_, t) => hours[Math.floor(t / 4)] ?? 0),
    ),
    sized(fc.constantFrom(0, 0, 0, 1, -1))(count),
    sized(fc.double({ min: -3, max: -0.01, noNaN: true }))(count),
  );

const someSlots = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((count) =>
      fc
        .tuple(
          somePrices(count),
          fc.array(fc.constantFrom<15 | 60>(15, 15, 60), { minLength: count, maxLength: count }),
        )
        .map(([prices, minutes]) => slotsOf(prices, minutes)),
    );

const aShare = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0);
const soc = fc.oneof(aShare, fc.constantFrom(0, 0.2, 0.5, 0.8, 1));

/** Any problem that parseProblem lets through, up to `most` slots; targets in reach, out of reach and long passed. */
export const anyProblem = (most = 60): fc.Arbitrary<Problem> =>
  fc
    .record({
      slots: someSlots(most),
      capacityKwh: fc.oneof(fc.double({ min: 0.5, max: 120, noNaN: true }), fc.constantFrom(40, 64, 100)),
      soc,
      targetSoc: soc,
      maxKw: fc.oneof(
        fc.double({ min: 0, max: 22, noNaN: true }).map((kw) => kw + 0),
        fc.constantFrom(0, 3.68, 7.36, 11, 11.04),
      ),
      efficiency: fc.oneof(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.constantFrom(0.9, 1)),
      window: fc.tuple(aShare, aShare),
    })
    .map(({ slots, window, ...car }) => {
      const [arriveSlot = 0, departSlot = 0] = window
        .map((share) => Math.round(share * slots.length))
        .sort((a, b) => a - b);
      return problemOf(slots, { ...car, arriveSlot, departSlot });
    });
