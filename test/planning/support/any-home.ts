import fc from 'fast-check';
import type { Problem } from '../../../lib/planning/index.ts';
import { anyCar, type CarFeatures } from './any-car.ts';
import { anySlots, between, type SlotFeatures } from './any-slots.ts';

/** Which features of the contract a generated problem may have. What is not named is left out. */
export interface HomeKind extends Partial<CarFeatures>, Partial<SlotFeatures> {
  readonly cars: readonly [least: number, most: number];
  readonly slots: readonly [least: number, most: number];
  readonly hasFuse?: boolean;
  readonly hasSteps?: boolean;
  readonly hasStartPenalty?: boolean;
}

/** Everything in the contract and the wishes beyond it; mostly one to three cars. */
export const EVERYTHING: HomeKind = {
  cars: [1, 8],
  slots: [4, 96],
  hasLoad: true,
  hasSun: true,
  hasFuse: true,
  hasSteps: true,
  hasStartPenalty: true,
  hasMinKw: true,
  hasReserve: true,
  hasWishes: true,
};

type CapacityStep = NonNullable<Problem['capacitySteps']>[number];

/** As grid owners write them, and any others: single steps, equal fees, thresholds close together. */
const steps: fc.Arbitrary<CapacityStep[]> = fc.oneof(
  fc.constant(
    [2, 5, 10, 15, 20, 25].map((uptoKw, i) => ({
      uptoKw,
      nokPerMonth: [150, 250, 420, 600, 770, 940][i] ?? 0,
    })),
  ),
  fc.uniqueArray(between(0, 25, 1), { minLength: 1, maxLength: 8 }).chain((limits) =>
    fc.array(between(0, 200, 0), { minLength: limits.length, maxLength: limits.length }).map((rises) => {
      let nokPerMonth = 0;
      return limits
        .toSorted((a, b) => a - b)
        .map((uptoKw, i) => {
          nokPerMonth += rises[i] ?? 0;
          return { uptoKw, nokPerMonth };
        });
    }),
  ),
);

const fuses = (hasLoad: boolean): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(11.5, 14.5, 17.3) },
    { weight: 2, arbitrary: between(1, 20) },
    // Below the house load now and then.
    hasLoad ? between(0, 6, 1) : fc.constant(3.68),
  );

const maybe = <T>(wanted: boolean | undefined, one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  wanted ? fc.option(one, { freq: 5 }) : fc.constant(null);

export const anyHome = (kind: HomeKind): fc.Arbitrary<Problem> =>
  fc
    .record({ count: slotCount(kind.slots), carCount: carCount(kind.cars) })
    .chain(({ count, carCount }) =>
      fc.record({
        slots: anySlots(count, { hasLoad: kind.hasLoad ?? false, hasSun: kind.hasSun ?? false }),
        vehicles: fc.tuple(
          ...Array.from({ length: carCount }, (_, v) => anyCar(`car-${v + 1}`, count, features(kind))),
        ),
        fuseKw: maybe(kind.hasFuse, fuses(kind.hasLoad ?? false)),
        capacitySteps: maybe(kind.hasSteps, steps),
        monthTopPeaksKw: maybe(kind.hasSteps, fc.array(between(0, 12, 1), { maxLength: 5 })),
        startPenaltyNok: maybe(kind.hasStartPenalty, fc.oneof(fc.constantFrom(0.2, 0.5), between(0, 3))),
      }),
    )
    .map(
      (home) =>
        Object.fromEntries(Object.entries(home).filter(([, value]) => value !== null)) as unknown as Problem,
    );

function features(kind: HomeKind): CarFeatures {
  const {
    hasMinKw = false,
    hasReserve = false,
    hasWishes = false,
    isOneBlock = false,
    feedsHouse = false,
  } = kind;
  return { hasMinKw, hasReserve, hasWishes, isOneBlock, feedsHouse };
}

function carCount([least, most]: HomeKind['cars']): fc.Arbitrary<number> {
  const few = fc.integer({ min: least, max: Math.min(3, most) });
  if (most <= 3) return few;
  return fc.oneof({ weight: 6, arbitrary: few }, fc.integer({ min: Math.min(4, most), max: most }));
}

/** More short ones than long ones. */
function slotCount([least, most]: HomeKind['slots']): fc.Arbitrary<number> {
  return between(0, 1).map((share) => Math.round(least + (most - least) * share ** 2));
}
