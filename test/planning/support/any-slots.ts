import fc from 'fast-check';
import type { Slot } from '../../../lib/planning/index.ts';
import { isoLocal, isoUtc } from '../../../lib/time/index.ts';

/** A decimal number as people and meters write it. Few digits: thresholds are met exactly now and then. */
export const between = (min: number, max: number, digits = 6): fc.Arbitrary<number> => {
  const scale = 10 ** digits;
  // Plus 0: JSON knows no negative zero.
  return fc.double({ min, max, noNaN: true }).map((value) => Math.round(value * scale) / scale + 0);
};

export const listOf = <T>(one: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> =>
  fc.array(one, { minLength: count, maxLength: count });

const MINUTE_MS = 60_000;
/** A winter afternoon; the evenings before the hour that is skipped and the one that comes twice; a New Year's Eve; a summer morning. */
const mornings = [
  Date.UTC(2026, 0, 12, 16),
  Date.UTC(2026, 2, 28, 21),
  Date.UTC(2026, 9, 24, 20),
  Date.UTC(2026, 11, 31, 19),
  Date.UTC(2026, 5, 3, 7),
];
const coarse = fc.integer({ min: -3, max: 12 }).map((tenths) => tenths / 10 + 0);

/** Random, coarse, all equal, equal by the hour, mostly zero, all negative: where plans go wrong. */
const prices = (count: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    { weight: 3, arbitrary: listOf(between(-1, 5), count) },
    { weight: 3, arbitrary: listOf(coarse, count) },
    coarse.map((price) => new Array<number>(count).fill(price)),
    listOf(between(0.2, 3, 3), count).map((hours) => hours.map((_, t) => hours[Math.floor(t / 4)] ?? 0)),
    listOf(fc.constantFrom(0, 0, 0, 1, -1), count),
    listOf(between(-3, -0.01), count),
  );

const lengths = (count: number): fc.Arbitrary<(15 | 60)[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(new Array<15 | 60>(count).fill(15)) },
    fc.constant(new Array<15 | 60>(count).fill(60)),
    { weight: 2, arbitrary: listOf(fc.constantFrom<15 | 60>(15, 15, 60), count) },
  );

/** On the hour, at a quarter (the first hour is cut), or off the clock. */
const delays = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  fc.constantFrom(15, 30, 45),
  fc.constantFrom(7, 59),
);

const loads = (count: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    listOf(between(0, 6), count),
    listOf(between(0, 4, 1), count),
    between(0, 5, 1).map((kw) => new Array<number>(count).fill(kw)),
    fc
      .tuple(between(0.3, 1, 1), between(2, 9, 1))
      .map(([low, high]) => Array.from({ length: count }, (_, t) => (t % 12 < 4 ? high : low))),
  );

const suns = (count: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    listOf(fc.oneof(fc.constant(0), between(0, 8)), count),
    between(0, 9, 1).map((kw) =>
      Array.from({ length: count }, (_, t) => Math.max(0, kw * Math.sin((Math.PI * t) / count))),
    ),
  );

/** Share of the way from 0 (or from the import price, where that is below) up to the import price. */
const exportShares = (count: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    listOf(between(0, 1), count),
    fc.constant(new Array<number>(count).fill(1)),
    fc.constant(new Array<number>(count).fill(0)),
  );

export interface SlotFeatures {
  readonly hasLoad: boolean;
  readonly hasSun: boolean;
}

export const anySlots = (count: number, { hasLoad, hasSun }: SlotFeatures): fc.Arbitrary<Slot[]> =>
  fc
    .record({
      importPrices: prices(count),
      minutes: lengths(count),
      firstAt: fc.tuple(fc.constantFrom(...mornings), delays).map(([at, delay]) => at + delay * MINUTE_MS),
      isUtc: fc.nat(9).map((one) => one === 0),
      loads: hasLoad ? loads(count) : fc.constant(null),
      suns: hasSun ? suns(count) : fc.constant(null),
      shares: hasSun ? fc.option(exportShares(count), { freq: 3 }) : fc.constant(null),
    })
    .map(({ importPrices, minutes, firstAt, isUtc, ...sizes }) => {
      let at = firstAt;
      return importPrices.map((importPrice, t) => {
        const start = isUtc ? isoUtc(at) : isoLocal(at);
        at += (minutes[t] ?? 15) * MINUTE_MS;
        return { start, minutes: minutes[t] ?? 15, importPrice, ...houseIn(t, importPrice, sizes) };
      });
    });

interface House {
  readonly loads: readonly number[] | null;
  readonly suns: readonly number[] | null;
  readonly shares: readonly number[] | null;
}

function houseIn(t: number, importPrice: number, { loads, suns, shares }: House): Partial<Slot> {
  return {
    ...(loads && { baseLoadKw: loads[t] ?? 0 }),
    ...(suns && { solarKw: (suns[t] ?? 0) + 0 }),
    ...(shares && { exportPrice: exportPrice(importPrice, shares[t] ?? 0) }),
  };
}

function exportPrice(importPrice: number, share: number): number {
  const floor = Math.min(-0.2, importPrice);
  return Math.min(importPrice, floor + share * (importPrice - floor)) + 0;
}
