import { describe, expect, it } from 'vitest';
import { capacityOf } from '../../lib/grid-owners/digin/capacity-of.ts';

const one = { maxhoursPerDay: 1, daysPerMonth: 3, maxhoursPerMonth: 3, months: 1 };

describe('the fixed price configuration of DIGIN’s API', () => {
  it.each([
    ['three days, as Elvia says it', { basis: 'monthlymax', ...one }, 'top-three-days'],
    [
      'three days, as the specification says it',
      { basis: 'dailymax', ...one, maxhoursPerMonth: null },
      'top-three-days',
    ],
    [
      'the month’s highest hour',
      { basis: 'monthlymax', maxhoursPerDay: null, daysPerMonth: null, maxhoursPerMonth: 1, months: 1 },
      'month-maximum',
    ],
    ['the fuse', { basis: 'fusesize' }, 'main-fuse'],
    ['three hours of any days', { basis: 'monthlymax', maxhoursPerMonth: 3, months: 1 }, 'unknown'],
    ['two hours a day', { basis: 'dailymax', ...one, maxhoursPerDay: 2 }, 'unknown'],
    ['a year', { basis: 'monthlymax', ...one, months: 12 }, 'unknown'],
    ['every day', { basis: 'dailymax', maxhoursPerDay: 1, daysPerMonth: null, months: 1 }, 'unknown'],
    ['a fixed sum', { basis: 'fixed' }, 'unknown'],
    ['a word to come', { basis: 'weeklymax', ...one }, 'unknown'],
  ])('%s', (_, configuration, method) => {
    expect(capacityOf(configuration, []).method).toBe(method);
  });

  it('has its levels as ascending steps of kroner a year, each with its lower end', () => {
    const levels = [
      { valueMin: 2, valueMax: null, monthlyExTaxes: 200 },
      { valueMin: null, valueMax: 2, monthlyExTaxes: 33.33 },
    ];
    expect(capacityOf({ basis: 'fusesize' }, levels)).toEqual({
      method: 'main-fuse',
      thresholdIncluded: true,
      steps: [
        { from: 0, nokPerYear: 399.96 },
        { from: 2, nokPerYear: 2400 },
      ],
    });
  });
});
