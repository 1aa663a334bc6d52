import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, vi } from 'vitest';
import {
  addDays,
  atLocalTime,
  dayEnd,
  HOUR_MS,
  hourStart,
  isoLocal,
  localDate,
  localTime,
  nextLocalTime,
  QUARTER_MS,
  quarterStart,
  quartersOfDay,
} from '../../lib/time/index.ts';

const lastSunday = (year: number, month: number) => {
  const last = new Date(Date.UTC(year, month, 0));
  return `${year}-${String(month).padStart(2, '0')}-${String(last.getUTCDate() - last.getUTCDay()).padStart(2, '0')}`;
};
const quarterCount = (date: string) => {
  const year = Number(date.slice(0, 4));
  if (date === lastSunday(year, 3)) return 92;
  return date === lastSunday(year, 10) ? 100 : 96;
};
const zoned = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Oslo');
const anInstant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 11, 31) });
const aTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
/** Instants near a change of the clocks, where calendars go wrong. */
const nearChange = fc
  .tuple(
    fc.integer({ min: 2020, max: 2040 }),
    fc.constantFrom(3, 10),
    fc.integer({ min: -26 * 60, max: 26 * 60 }),
  )
  .map(([year, month, minutes]) => Date.parse(`${lastSunday(year, month)}T01:00:00Z`) + minutes * 60_000);
const anyInstant = fc.oneof(anInstant, nearChange);

describe('the Norwegian day', () => {
  it('has 92, 96 or 100 quarters on every day 2020–2040, none lost and none doubled', () => {
    const dates: string[] = [];
    for (let date = '2020-01-01'; date <= '2040-12-31'; date = addDays(date, 1)) dates.push(date);
    expect(dates).toHaveLength(21 * 365 + 6);
    expect(dates.filter((date) => quartersOfDay(date).length !== quarterCount(date))).toEqual([]);
    expect(dates.filter((date) => quartersOfDay(date).some((at) => localDate(at) !== date))).toEqual([]);

    const all = dates.flatMap(quartersOfDay);
    expect(all[0]).toBe(Temporal.ZonedDateTime.from('2020-01-01T00:00[Europe/Oslo]').epochMilliseconds);
    expect(all.filter((at, i) => i > 0 && at - (all[i - 1] ?? 0) !== QUARTER_MS)).toEqual([]);
    expect(all.at(-1)).toBe(dayEnd('2040-12-31') - QUARTER_MS);
  });

  it('agrees with the zone database about every instant', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(localDate(at)).toBe(zoned(at).toPlainDate().toString());
        expect(localTime(at)).toBe(zoned(at).toPlainTime().toString().slice(0, 5));
        expect(hourStart(at)).toBe(
          zoned(at).round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds,
        );
        expect(quarterStart(at) % QUARTER_MS).toBe(0);
        expect(at - quarterStart(at)).toBeLessThan(QUARTER_MS);
        expect(at - quarterStart(at)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the first instant ever asked about', () => {
  it.each([Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)])(
    'may be the very change of the clocks',
    async (changeAt) => {
      vi.resetModules();
      const fresh = await import('../../lib/time/index.ts');
      for (const at of [changeAt, changeAt - 1, changeAt - HOUR_MS, changeAt + HOUR_MS]) {
        expect(fresh.localTime(at)).toBe(zoned(at).toPlainTime().toString().slice(0, 5));
      }
    },
  );
});

describe('a wall-clock time', () => {
  it.each([
    ['2026-03-29', '02:30', '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', '02:00', '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', '01:59', '2026-03-29T01:59:00+01:00'],
    ['2026-03-29', '03:00', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00+02:00'],
    ['2026-10-25', '03:00', '2026-10-25T03:00:00+01:00'],
    ['2026-01-12', '07:00', '2026-01-12T07:00:00+01:00'],
    ['2026-07-12', '07:00', '2026-07-12T07:00:00+02:00'],
  ])('%s %s is %s', (date, time, expected) => {
    expect(isoLocal(atLocalTime(date, time))).toBe(expected);
  });

  it('is shown by the clocks at its instant, unless the day skips it', () => {
    fc.assert(
      fc.property(anyInstant, aTime, (at, time) => {
        const date = localDate(at);
        const found = atLocalTime(date, time);
        const wished = Temporal.PlainDateTime.from(`${date}T${time}`);
        const earlier = wished.toZonedDateTime('Europe/Oslo', { disambiguation: 'earlier' });
        const exists = earlier.toPlainDateTime().equals(wished);
        if (exists) expect(found).toBe(earlier.epochMilliseconds);
        else expect(isoLocal(found)).toBe(`${date}T03:00:00+02:00`);
      }),
      { numRuns: 2000 },
    );
  });

  it('comes next strictly after the moment asked, and nowhere in between', () => {
    fc.assert(
      fc.property(anyInstant, aTime, (afterAt, time) => {
        const next = nextLocalTime(afterAt, time);
        expect(next).toBeGreaterThan(afterAt);
        expect(next - afterAt).toBeLessThanOrEqual(25 * HOUR_MS);
        expect(atLocalTime(localDate(next), time)).toBe(next);
        const sameDay = atLocalTime(localDate(afterAt), time);
        expect(sameDay <= afterAt || sameDay === next).toBe(true);
        expect(nextLocalTime(next - 1, time)).toBe(next);
      }),
      { numRuns: 2000 },
    );
  });

  it('is tomorrow when it is that time now', () => {
    const now = atLocalTime('2026-03-28', '02:30');
    expect(isoLocal(nextLocalTime(now, '02:30'))).toBe('2026-03-29T03:00:00+02:00');
  });

  it('does not come a second time in the doubled hour', () => {
    const first = atLocalTime('2026-10-25', '02:30');
    expect(isoLocal(nextLocalTime(first, '02:30'))).toBe('2026-10-26T02:30:00+01:00');
    expect(isoLocal(nextLocalTime(first + HOUR_MS - 1, '02:30'))).toBe('2026-10-26T02:30:00+01:00');
  });
});

describe('calendar days', () => {
  it('go over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-03-29', 0)).toBe('2026-03-29');
  });
});
