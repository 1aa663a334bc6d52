import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { topThree } from '../../lib/tariffs/catalogue/form.ts';
import { shippedGridOwner, shippedGridOwners } from '../../lib/tariffs/catalogue/index.ts';
import type { CustomerGroup, GridOwner, GridTariff } from '../../lib/tariffs/grid-owner.ts';
import { tariffOn } from '../../lib/tariffs/index.ts';
import { addDays, isLocalDate } from '../../lib/time/index.ts';

const owners = shippedGridOwners();
const eachTariff = owners.flatMap(({ key, tariffs }) => tariffs.map((tariff) => ({ key, ...tariff })));

function inForce(owner: GridOwner, group: CustomerGroup, date: string): GridTariff[] {
  return owner.tariffs.filter(
    ({ from, until, customerGroups }) =>
      customerGroups.includes(group) && from <= date && (until === null || date < until),
  );
}

const beginsBefore = (from: string, until: string | null) => until === null || from < until;

function overlap(one: GridTariff, other: GridTariff): boolean {
  const sharesCustomers = one.customerGroups.some((group) => other.customerGroups.includes(group));
  const holds = beginsBefore(one.from, other.until) && beginsBefore(other.from, one.until);
  return sharesCustomers && one.name === other.name && holds;
}

describe('the catalogue that ships', () => {
  it('is a file per owner, ascending by key, each found by its key', () => {
    const files = readdirSync(new URL('../../lib/tariffs/catalogue/', import.meta.url));
    const keys = files
      .map((file) => file.replace('.ts', ''))
      .filter((key) => key !== 'index' && key !== 'form');
    expect(owners.map(({ key }) => key)).toEqual(keys.toSorted());
    expect(owners).toHaveLength(74);
    for (const owner of owners) expect(shippedGridOwner(owner.key)).toBe(owner);
  });

  it.each(['', 'BKK', 'nobody', 'constructor', '__proto__'])('has no owner by the key «%s»', (key) => {
    expect(shippedGridOwner(key)).toBeNull();
  });

  it('says of every owner who, where, since when and by which page', () => {
    for (const { name, areas, sources, checkedOn } of owners) {
      expect(name).toBe(name.trim());
      expect(areas.length).toBeGreaterThan(0);
      expect(areas).toEqual([...new Set(areas)].toSorted());
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(URL.parse(source)?.protocol).toMatch(/^https?:$/);
      // The day the repository was read: nothing can have been checked later.
      expect(isLocalDate(checkedOn) && checkedOn <= '2026-08-18').toBe(true);
    }
  });

  it('has rows for homes or cabins, with days in order, from 2025 on', () => {
    for (const { from, until, customerGroups } of eachTariff) {
      expect(isLocalDate(from)).toBe(true);
      expect(until === null || (isLocalDate(until) && from < until && until > '2025-01-01')).toBe(true);
      expect(customerGroups.some((group) => group !== 'small-business')).toBe(true);
      expect(customerGroups).toEqual([...new Set(customerGroups)]);
    }
  });

  it('has exceptions that can hold, at prices that can be true', () => {
    const exceptions = eachTariff.flatMap(({ energy }) => energy.exceptions);
    const prices = eachTariff.map(({ energy }) => energy.baseOrePerKwh);
    for (const price of [...prices, ...exceptions.map(({ orePerKwh }) => orePerKwh)]) {
      expect(price).toBeGreaterThan(0);
      expect(price).toBeLessThan(50);
    }
    const ends = exceptions.flatMap(({ hours }) => hours ?? []).flatMap(({ from, to }) => [from, to]);
    for (const hour of ends) expect(Number.isInteger(hour) && hour >= 0 && hour <= 23).toBe(true);
    const months = exceptions.flatMap((exception) => exception.months ?? []);
    for (const month of months) expect(Number.isInteger(month) && month >= 1 && month <= 12).toBe(true);
    expect(exceptions.filter(({ hours, days, months }) => !hours && !days && !months)).toEqual([]);
  });

  it('takes no row with a price missing', () => {
    expect(() => topThree([0, 2, 5], [1200, 2400])).toThrow(RangeError);
    expect(() => topThree([0, 2], [1200, 2400, 3600])).toThrow(RangeError);
  });

  it('has steps that begin at zero, ascend, and never become cheaper', () => {
    for (const { capacity } of eachTariff) {
      expect(capacity.steps[0]?.from).toBe(0);
      expect(capacity.steps.length).toBeGreaterThanOrEqual(2);
      capacity.steps.forEach(({ from, nokPerYear }, i) => {
        expect(from).toBeGreaterThan(capacity.steps[i - 1]?.from ?? -1);
        expect(nokPerYear).toBeGreaterThanOrEqual(capacity.steps[i - 1]?.nokPerYear ?? 1);
      });
    }
  });

  it('never has two rows of an owner for the same customers at once', () => {
    const overlaps = owners.flatMap(({ key, tariffs }) =>
      tariffs.flatMap((one, i) =>
        tariffs
          .slice(i + 1)
          .filter((other) => overlap(one, other))
          .map(() => key),
      ),
    );
    expect(overlaps).toEqual([]);
  });

  // Area Nett has a file for the cabins of all its grid, and one for the homes of each of the three parts.
  const withoutHomes = ['area-alle'];
  const withoutCabins = ['area-lega', 'area-luostejok', 'area-nettinord'];

  it('has exactly one row for the homes of every owner on every day of 2026, and one for the cabins', () => {
    for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
      const without = (group: CustomerGroup) =>
        owners.filter((owner) => inForce(owner, group, date).length !== 1).map(({ key }) => key);
      expect(without('household')).toEqual(withoutHomes);
      expect(without('cabin')).toEqual(withoutCabins);
    }
  });

  it('has the rows that BKK’s invoices of autumn 2025 were made with', () => {
    const bkk = shippedGridOwner('bkk');
    expect(bkk?.tariffs.find(({ from }) => from === '2025-09-01')).toMatchObject({
      until: '2026-01-01',
      energy: {
        baseOrePerKwh: 18.99,
        exceptions: [{ hours: [{ from: 6, to: 21 }], days: ['workday'], months: null, orePerKwh: 28.77 }],
      },
      capacity: { steps: expect.arrayContaining([{ from: 5, nokPerYear: 12 * 332 }]) },
    });
  });
});

describe('the few owners with a rule of their own', () => {
  const newest = (key: string) => shippedGridOwner(key)?.tariffs.at(-1);

  it.each([
    ['alut', 'main-fuse', false],
    ['netera', 'main-fuse', true],
    ['fjellnett', 'five-weighted-weeks', true],
    ['soraurdalenergi', 'month-maximum', false],
    ['tinfos', 'unknown', null],
    ['bindalkraftlag', 'top-three-days', false],
    ['stram', 'top-three-days', false],
  ])('%s: %s', (key, method, thresholdIncluded) => {
    expect(newest(key)?.capacity).toMatchObject({ method, thresholdIncluded });
  });

  it('are those alone', () => {
    const rare = owners.filter(({ tariffs }) =>
      tariffs.some(({ capacity }) => capacity.method !== 'top-three-days'),
    );
    expect(rare.map(({ key }) => key)).toEqual(['alut', 'fjellnett', 'netera', 'soraurdalenergi', 'tinfos']);
  });

  it('DE Nett has a price for winter nights, over midnight', () => {
    expect(newest('denett')?.energy.exceptions).toContainEqual({
      name: 'Vinter natt',
      hours: [{ from: 22, to: 5 }],
      days: null,
      months: [1, 2, 3, 10, 11, 12],
      orePerKwh: 28.4,
    });
  });
});

/** Read off the price tables by hand: autumn 2026, ex VAT and taxes; øre/kWh low and high, and kr/month from each kW. */
const table: [string, number, number | null, 'all' | 'workday' | null, Record<number, number>][] = [
  ['elvia', 16.99, 28.99, 'workday', { 0: 120, 2: 200, 5: 336, 10: 468, 15: 604, 20: 740, 25: 1408 }],
  [
    'tensio-ts',
    10.902,
    22.102,
    'all',
    { 0: 104.8, 2: 186.4, 5: 317.6, 10: 468, 15: 620, 20: 771.2, 25: 1324 },
  ],
  [
    'tensio-tn',
    13.702,
    27.198,
    'all',
    { 0: 112.8, 2: 227.2, 5: 409.6, 10: 620.8, 15: 832.8, 20: 1044, 25: 1819.2 },
  ],
  ['bkk', 10.5, 28.77, 'workday', { 0: 124, 2: 200, 5: 332, 10: 480, 15: 616, 20: 752, 25: 1440 }],
  ['lnett', 13.6, 25.6, 'workday', { 0: 120, 2: 200, 5: 320, 10: 520, 15: 720, 20: 920, 25: 1720 }],
  ['glitre', 13.6, 25.6, 'all', { 0: 128, 2: 186, 5: 312, 10: 584, 15: 772, 20: 968, 25: 1508 }],
  ['linja', 14.808, 22.808, 'all', { 0: 239.2, 2: 298.4, 5: 358.4, 10: 596, 15: 716, 20: 835.2, 25: 1192.8 }],
  ['arva', 11.6, 23.1, 'all', { 0: 85, 2: 201, 5: 398, 10: 595, 15: 792, 20: 989, 25: 1972 }],
  ['lede', 11.41, null, null, { 0: 215, 5: 367, 10: 518, 15: 670, 20: 822, 25: 1277 }],
  ['noranett', 0.8, null, null, { 0: 310, 2: 440, 4: 530, 6: 610, 8: 680, 10: 750, 15: 890, 20: 1200 }],
  ['barentsnett', 11.32, null, null, { 0: 517, 2: 569, 5: 620, 10: 673, 15: 776, 20: 931 }],
];

describe('the largest owners and the far north', () => {
  it.each(table)('%s charges what its price table says', (key, low, high, days, nokPerMonth) => {
    const owner = shippedGridOwner(key);
    const [tariff] = owner === null ? [] : inForce(owner, 'household', '2026-09-01');
    expect(tariff?.energy.baseOrePerKwh).toBe(low);
    const [exception, ...others] = tariff?.energy.exceptions ?? [];
    expect(exception?.orePerKwh ?? null).toBe(high);
    expect(others).toEqual([]);
    if (exception) {
      expect(exception.hours).toEqual([{ from: 6, to: 21 }]);
      expect(exception.days?.[0] ?? 'all').toBe(days);
      expect(exception.months).toBeNull();
    }
    expect(tariff?.capacity).toMatchObject({ method: 'top-three-days', thresholdIncluded: true });
    const steps = new Map(tariff?.capacity.steps.map((step) => [step.from, step.nokPerYear]));
    for (const [from, nok] of Object.entries(nokPerMonth)) {
      expect((steps.get(Number(from)) ?? Number.NaN) / 12).toBeCloseTo(nok, 6);
    }
  });
});

describe('in 2027', () => {
  it('no owner’s figures are known that were not checked or begun in it', () => {
    for (const owner of shippedGridOwners()) {
      const found = tariffOn(owner, null, '2027-01-12');
      const isOfTheYear = owner.checkedOn >= '2027' || (found?.tariff.from ?? '') >= '2027';
      if (found)
        expect({ key: owner.key, assumed: found.assumed }).toEqual({ key: owner.key, assumed: !isOfTheYear });
    }
  });
});
