import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isHoliday, weekdayOf } from '../../lib/time/index.ts';

const daysOf = (year: number) => {
  const days = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
};
const holidays = (year: number) => daysOf(year).filter(isHoliday);

describe('Norwegian holidays', () => {
  it('of 2027: Easter early, Whit Sunday the day before 17 May', () => {
    expect(holidays(2027).map((day) => day.slice(5))).toEqual([
      '01-01',
      '03-25',
      '03-26',
      '03-28',
      '03-29',
      '05-01',
      '05-06',
      '05-16',
      '05-17',
      '12-25',
      '12-26',
    ]);
  });

  it('of 2026 and 2008, when Ascension was on 1 May', () => {
    expect(holidays(2026)).toEqual(expect.arrayContaining(['2026-04-02', '2026-05-14', '2026-05-25']));
    expect(holidays(2008)).toHaveLength(11);
    expect(isHoliday('2008-05-01')).toBe(true);
  });

  it('do not include Christmas Eve, New Year’s Eve and Easter Saturday', () => {
    expect(['2026-12-24', '2026-12-31', '2026-04-04'].some(isHoliday)).toBe(false);
  });

  it('fall by rule in any year: Easter on a Sunday from 22 March to 25 April, the movable days around it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const movable = holidays(year).filter((day) => !/-(01-01|05-01|05-17|12-25|12-26)$/.test(day));
        const thursday = movable[0] ?? '';
        const easter = addDays(thursday, 3);
        expect(weekdayOf(easter)).toBe(7);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
        for (const days of [-3, -2, 0, 1, 39, 49, 50]) expect(isHoliday(addDays(easter, days))).toBe(true);
        const all = new Set([-3, -2, 0, 1, 39, 49, 50].map((days) => addDays(easter, days)));
        expect(movable.every((day) => all.has(day))).toBe(true);
      }),
    );
  });

  it('follow Easter as the almanac has it', () => {
    // Earliest and latest of these years: 23 March 2008, 25 April 2038.
    const known = [
      '1954-04-18',
      '1981-04-19',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2025-04-20',
      '2030-04-21',
      '2038-04-25',
      '2049-04-18',
      '2076-04-19',
    ];
    for (const easter of known) {
      expect(isHoliday(easter) && isHoliday(addDays(easter, -2)) && isHoliday(addDays(easter, 50))).toBe(
        true,
      );
    }
  });
});

describe('weekdays', () => {
  it('count from Monday', () => {
    expect(['2026-11-16', '2026-11-22', '1969-12-28'].map(weekdayOf)).toEqual([1, 7, 7]);
  });
});
