import fc from 'fast-check';
import { type TaxZone, taxZones } from '../../lib/places/index.ts';
import type {
  Contract,
  DayKind,
  EnergyException,
  GridOwner,
  GridTariff,
  PriceBasis,
} from '../../lib/tariffs/index.ts';

/** øre/kWh to the hundredth, as prices are published. */
export const ore = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);

const contracts: fc.Arbitrary<Contract> = fc.oneof(
  fc.record({ kind: fc.constant('spot' as const), markupOrePerKwh: ore(0, 20) }),
  fc.record({ kind: fc.constant('norgespris' as const), markupOrePerKwh: ore(0, 20) }),
  fc.record({
    kind: fc.constant('fixed' as const),
    markupOrePerKwh: ore(0, 20),
    priceOrePerKwh: ore(10, 200),
  }),
);

const dayKinds: readonly DayKind[] = [
  'monday',
  'friday',
  'sunday',
  'weekday',
  'weekend',
  'holiday',
  'day-off',
  'workday',
  'all',
];
const hour = fc.integer({ min: 0, max: 23 });
const exceptions: fc.Arbitrary<EnergyException> = fc.record({
  name: fc.constantFrom('Dag', 'Høylast', 'Vinter'),
  hours: fc.option(fc.array(fc.record({ from: hour, to: hour }), { minLength: 1, maxLength: 2 })),
  days: fc.option(fc.uniqueArray(fc.constantFrom(...dayKinds), { minLength: 1, maxLength: 3 })),
  months: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 11 })),
  orePerKwh: ore(0, 60),
});

/** A grid owner with one open household tariff, read in 2026. */
export const gridOwners: fc.Arbitrary<GridOwner> = fc
  .record({ baseOrePerKwh: ore(0, 60), exceptions: fc.array(exceptions, { maxLength: 3 }) })
  .map((energy) => ownerWith({ energy }));

export const bases: fc.Arbitrary<PriceBasis> = fc.record({
  taxZone: fc.constantFrom<TaxZone>(...taxZones),
  contract: contracts,
  gridOwner: fc.option(gridOwners),
  gridTariffName: fc.constant(null),
  kwhThisMonth: fc.constantFrom(0, 4999.999, 5000, 9000),
});

/** Any instant from 2024 to 2028, on a quarter hour. */
export const instants = fc
  .integer({ min: 0, max: 4 * 365 * 96 })
  .map((quarters) => Date.UTC(2024, 0, 1) + quarters * 900_000);

export function tariffWith(change: Partial<GridTariff>): GridTariff {
  return {
    from: '2024-01-01',
    until: null,
    name: null,
    customerGroups: ['household'],
    energy: { baseOrePerKwh: 20, exceptions: [] },
    capacity: { method: 'top-three-days', thresholdIncluded: true, steps: [{ from: 0, nokPerYear: 1200 }] },
    ...change,
  };
}

export function ownerWith(change: Partial<GridTariff>): GridOwner {
  return {
    key: 'example',
    name: 'Example Nett',
    areas: ['NO1'],
    sources: ['https://example.org/prices'],
    checkedOn: '2026-08-18',
    tariffs: [tariffWith(change)],
    ownDays: [],
  };
}
