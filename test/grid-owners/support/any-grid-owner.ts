import fc from 'fast-check';
import type { CapacityCharge, EnergyException, GridOwner, GridTariff } from '../../../lib/tariffs/index.ts';
import { addDays } from '../../../lib/time/index.ts';

const dayKinds = [
  ...(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const),
  ...(['weekday', 'weekend', 'holiday', 'day-off', 'workday', 'all'] as const),
];
const methods = ['top-three-days', 'month-maximum', 'five-weighted-weeks', 'main-fuse', 'unknown'] as const;

/** Names as people write them, with what YAML would make something else of. */
const name = fc
  .oneof(
    fc.constantFrom(
      'Høylast – vinter',
      "L'Ælv: #1",
      'ja',
      '6-21',
      '- null',
      '"Å"',
      'Ho\u0308y',
      '{a: b}',
      '2026-01-01',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text !== '' && !/[\uFEFF\uFFFD]/.test(text));

const hour = fc.integer({ min: 0, max: 23 });
const ore = fc.integer({ min: -2_000, max: 50_000 }).map((thousandth) => thousandth / 100);
const day = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2023-01-01', n));
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 });

const exception: fc.Arbitrary<EnergyException> = fc.record({
  name,
  hours: fc.option(listOf(fc.record({ from: hour, to: hour }))),
  days: fc.option(fc.uniqueArray(fc.constantFrom(...dayKinds), { minLength: 1 })),
  months: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 })),
  orePerKwh: ore,
});

const capacity: fc.Arbitrary<CapacityCharge> = fc.record({
  method: fc.constantFrom(...methods),
  thresholdIncluded: fc.option(fc.boolean()),
  steps: fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 10 }).chain((froms) =>
    fc.tuple(
      ...froms
        .toSorted((a, b) => a - b)
        .map((from) =>
          fc.record({
            from: fc.constant(from),
            nokPerYear: fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 10),
          }),
        ),
    ),
  ),
});

const tariff: fc.Arbitrary<GridTariff> = fc
  .record({
    from: day,
    length: fc.option(fc.integer({ min: 1, max: 900 })),
    name: fc.option(name),
    customerGroups: fc.uniqueArray(fc.constantFrom('household', 'cabin', 'small-business'), { minLength: 1 }),
    energy: fc.record({ baseOrePerKwh: ore, exceptions: fc.array(exception, { maxLength: 4 }) }),
    capacity,
  })
  .map(({ length, ...rest }) => ({ ...rest, until: length === null ? null : addDays(rest.from, length) }));

/** Any owner whose file is accepted. Price areas are in no file. */
export const anyGridOwner: fc.Arbitrary<GridOwner> = fc.record({
  key: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  name,
  areas: fc.constant([]),
  sources: listOf(fc.webUrl({ validSchemes: ['https'] })),
  checkedOn: day,
  tariffs: listOf(tariff),
  ownDays: fc.constant([]),
});
