import fc from 'fast-check';
import type { Vehicle } from '../../../lib/planning/index.ts';
import { between, listOf } from './any-slots.ts';

export interface CarFeatures {
  readonly hasMinKw: boolean;
  readonly hasReserve: boolean;
  /** Ceiling, limits by slot, milestones, late rather than early. */
  readonly hasWishes: boolean;
  readonly isOneBlock: boolean;
  readonly feedsHouse: boolean;
}

const soc = fc.oneof(between(0, 1), fc.constantFrom(0, 0.2, 0.5, 0.8, 1));
const sometimes = <T>(wanted: boolean, one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  wanted ? fc.option(one, { nil: undefined, freq: 3 }) : fc.constant(undefined);

const maxKw = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(3.68, 7.36, 11, 11.04) },
  { weight: 2, arbitrary: between(0.5, 22) },
  fc.constantFrom(0, 0.05),
);

/** Mostly one that the car can do; now and then above its most. */
const minKw = (most: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(1.38, 4.14) },
    { weight: 3, arbitrary: between(0, 1).map((share) => share * most) },
    fc.constantFrom(0, most, most + 1),
  );

const slotMaxKw = (count: number, most: number): fc.Arbitrary<number[]> =>
  listOf(fc.oneof({ weight: 3, arbitrary: fc.constant(most) }, fc.constant(0), between(0, most + 2)), count);

const milestones = (count: number) =>
  fc.array(fc.record({ slot: fc.integer({ min: 0, max: count }), soc: between(0, 0.7) }), { maxLength: 3 });

/** Sized to the horizon, so that targets are in reach about as often as not. */
const capacities = (count: number) =>
  fc.oneof(fc.constantFrom(40, 64, 100), { weight: 4, arbitrary: between(1, 4 + 1.5 * count) });

const discharges = fc.record({
  maxKw: fc.constantFrom(3, 7.36),
  efficiency: fc.constantFrom(0.9, 1),
  wearNokPerKwh: fc.constantFrom(0, 0.3, 1),
  floorSoc: fc.constantFrom(0, 0.2, 0.6),
});

export const anyCar = (id: string, count: number, features: CarFeatures): fc.Arbitrary<Vehicle> =>
  maxKw.chain((most) =>
    fc
      .record({
        capacityKwh: capacities(count),
        soc,
        targetSoc: soc,
        efficiency: fc.oneof(between(0.5, 1), fc.constantFrom(0.9, 1)),
        window: fc.oneof(
          { weight: 2, arbitrary: fc.constant([0, count]) },
          fc.tuple(fc.nat(count), fc.nat(count)).map((ends) => ends.toSorted((a, b) => a - b)),
        ),
        minSoc: sometimes(features.hasReserve, soc),
        minKw: sometimes(features.hasMinKw, minKw(most)),
        ceilingSoc: sometimes(features.hasWishes, soc),
        slotMaxKw: sometimes(features.hasWishes, slotMaxKw(count, most)),
        milestones: sometimes(features.hasWishes, milestones(count)),
        prefer: sometimes(features.hasWishes, fc.constantFrom<'early' | 'late'>('early', 'late')),
        oneBlock: sometimes(features.isOneBlock, fc.constant(true)),
        discharge: sometimes(features.feedsHouse, discharges),
      })
      .map(({ window: [arriveSlot = 0, departSlot = 0], ...car }) => ({
        id,
        maxKw: most,
        arriveSlot,
        departSlot,
        ...without(car),
      })),
  );

/** JSON knows no undefined either. */
function without<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
