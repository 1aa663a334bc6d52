import { describe, expect, it } from 'vitest';
import { capacityOutlook } from '../../lib/charging/capacity-outlook.ts';
import type { TaxZone } from '../../lib/places/index.ts';
import type { CapacityCharge, GridOwner, GridTariff } from '../../lib/tariffs/index.ts';
import { atLocalTime } from '../../lib/time/index.ts';

const now = atLocalTime('2026-11-12', '17:00');
const owner: GridOwner = {
  ...{
    key: 'nett',
    name: 'Nett AS',
    areas: [],
    sources: [],
    checkedOn: '2026-01-01',
    tariffs: [],
    ownDays: [],
  },
};
const tariff: Omit<GridTariff, 'capacity'> = {
  ...{ from: '2026-01-01', until: null, name: null, customerGroups: ['household'] },
  energy: { baseOrePerKwh: 20, exceptions: [] },
};

function outlook(capacity: CapacityCharge, taxZone: TaxZone = 'sor') {
  const home = { dayPeaks: [], carHours: [], gridTariffName: null, taxZone };
  return capacityOutlook(home, { ...owner, tariffs: [{ ...tariff, capacity }] }, now, () => 1);
}
const steps = [
  { from: 0, nokPerYear: 1200 },
  { from: 5, nokPerYear: 2400 },
];

describe('the month’s fee is weighed', () => {
  it('where it goes by the three highest days', () => {
    expect(outlook({ method: 'top-three-days', thresholdIncluded: true, steps })?.assumed).toBe(false);
  });

  it.each(['month-maximum', 'five-weighted-weeks', 'main-fuse', 'unknown'] as const)(
    'and not by %s',
    (method) => {
      expect(outlook({ method, thresholdIncluded: true, steps })).toBeNull();
    },
  );

  it('and not where nobody knows the grid owner', () => {
    expect(
      capacityOutlook(
        { dayPeaks: [], carHours: [], gridTariffName: null, taxZone: 'sor' },
        null,
        now,
        () => 1,
      ),
    ).toBeNull();
  });
});

describe('a step', () => {
  it.each([
    ['ends below its threshold where that is on the next', true, 4.999, false],
    ['ends at it where that is still its own', false, 5, false],
    ['ends below it, as assumed, where the owner does not say', null, 4.999, true],
  ])('%s', (_, thresholdIncluded, uptoKw, assumed) => {
    const found = outlook({ method: 'top-three-days', thresholdIncluded, steps });
    expect(found?.steps[0]?.uptoKw).toBeCloseTo(uptoKw, 9);
    expect(found?.assumed).toBe(assumed);
  });

  it('costs a twelfth of its year, with VAT where there is any, and the last has no end a home could reach', () => {
    const priced = (zone: TaxZone) =>
      outlook({ method: 'top-three-days', thresholdIncluded: true, steps }, zone)?.steps;
    expect(priced('sor')?.map(({ nokPerMonth }) => nokPerMonth)).toEqual([125, 250]);
    expect(priced('nord_norge')?.map(({ nokPerMonth }) => nokPerMonth)).toEqual([100, 200]);
    expect(priced('sor')?.at(-1)?.uptoKw).toBeGreaterThan(1000);
  });
});
