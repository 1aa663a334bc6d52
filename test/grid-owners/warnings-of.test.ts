import { describe, expect, it } from 'vitest';
import { warningsOf } from '../../lib/grid-owners/warnings-of.ts';
import type { EnergyException, GridOwner, GridTariff } from '../../lib/tariffs/index.ts';

const always: EnergyException = { name: 'a', hours: null, days: null, months: null, orePerKwh: 10 };
const tariff: GridTariff = {
  from: '2026-01-01',
  until: '2026-07-01',
  name: null,
  customerGroups: ['household'],
  energy: { baseOrePerKwh: 5, exceptions: [] },
  capacity: { method: 'unknown', thresholdIncluded: null, steps: [{ from: 0, nokPerYear: 1 }] },
};

function codesOf(...tariffs: GridTariff[]): string[] {
  const owner: GridOwner = {
    key: 'x',
    name: 'X',
    areas: [],
    sources: [],
    checkedOn: '2026-01-01',
    tariffs,
    ownDays: [],
  };
  return warningsOf(owner).map(({ code, tariffs: which }) => `${code} ${which.join('+')}`);
}

function withExceptions(one: Partial<EnergyException>, other: Partial<EnergyException>): GridTariff {
  const exceptions = [
    { ...always, ...one },
    { ...always, orePerKwh: 20, ...other },
  ];
  return { ...tariff, energy: { baseOrePerKwh: 5, exceptions } };
}

describe('two tariffs', () => {
  it('that follow one another are as they should be', () => {
    expect(codesOf(tariff, { ...tariff, from: '2026-07-01', until: null })).toEqual([]);
  });

  it('that hold on the same days are reported', () => {
    expect(codesOf(tariff, { ...tariff, from: '2026-06-30', until: null })).toEqual(['tariffs-overlap 0+1']);
    expect(codesOf({ ...tariff, until: null }, tariff)).toEqual(['tariffs-overlap 0+1']);
  });

  it('for other parts of the grid or other customers may', () => {
    expect(codesOf(tariff, { ...tariff, name: 'øst' })).toEqual([]);
    expect(codesOf(tariff, { ...tariff, customerGroups: ['cabin'] })).toEqual([]);
  });
});

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

describe('two exceptions', () => {
  it.each(week)('meet on a %s like any other and on one that is a holiday', (day) => {
    const isWeekend = day === 'saturday' || day === 'sunday';
    expect(codesOf(withExceptions({ days: [day] }, { days: ['holiday'] }))).toHaveLength(1);
    expect(codesOf(withExceptions({ days: [day] }, { days: ['workday'] }))).toHaveLength(isWeekend ? 0 : 1);
    expect(codesOf(withExceptions({ days: [day] }, { days: ['day-off'] }))).toHaveLength(1);
    expect(codesOf(withExceptions({ days: [day] }, { days: ['weekend'] }))).toHaveLength(isWeekend ? 1 : 0);
    for (const other of week.filter((one) => one !== day)) {
      expect(codesOf(withExceptions({ days: [day] }, { days: [other] }))).toEqual([]);
    }
  });

  it.each<[string, Partial<EnergyException>, Partial<EnergyException>]>([
    ['all hours', {}, {}],
    ['an hour past midnight', { hours: [{ from: 22, to: 5 }] }, { hours: [{ from: 5, to: 6 }] }],
    ['a holiday on a Monday', { days: ['monday'] }, { days: ['holiday'] }],
    ['a Saturday', { days: ['day-off'] }, { days: ['saturday'] }],
    ['a workday', { days: ['weekday'] }, { days: ['workday'] }],
    ['one month', { months: [1, 2] }, { months: [2, 3] }],
  ])('that meet in %s are reported', (_, one, other) => {
    expect(codesOf(withExceptions(one, other))).toEqual(['exceptions-overlap 0']);
  });

  it.each<[string, Partial<EnergyException>, Partial<EnergyException>]>([
    ['hours', { hours: [{ from: 22, to: 5 }] }, { hours: [{ from: 6, to: 21 }] }],
    ['months', { months: [1] }, { months: [2] }],
    ['days off and workdays', { days: ['day-off'] }, { days: ['workday'] }],
    ['weekdays and weekend', { days: ['weekday'] }, { days: ['weekend'] }],
    ['workdays and holidays', { days: ['workday'] }, { days: ['holiday'] }],
    ['price alone', { orePerKwh: 20 }, {}],
  ])('that never differ because of their %s are not', (_, one, other) => {
    expect(codesOf(withExceptions(one, other))).toEqual([]);
  });
});
