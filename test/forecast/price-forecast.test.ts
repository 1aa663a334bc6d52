import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrices } from '../../bin/backtest/read-prices.ts';
import { forecastSpot, HISTORY_DAYS, type Spot } from '../../lib/forecast/index.ts';
import {
  addDays,
  dayEnd,
  dayStart,
  HOUR_MS,
  localDate,
  localTime,
  quartersOfDay,
  weekdayOf,
} from '../../lib/time/index.ts';

/** Prices of some days, by day and quarter. */
function pricesOf(dates: readonly string[], oreAt: (date: string, hour: number) => number): Spot[] {
  return dates.flatMap((date) =>
    quartersOfDay(date).map((startAt) => ({
      startAt,
      spotOrePerKwh: oreAt(date, Number(localTime(startAt).slice(0, 2))),
    })),
  );
}

const isNear = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 1e-6;
const daysFrom = (date: string, count: number) => Array.from({ length: count }, (_, i) => addDays(date, i));
const daySpan = (date: string) => ({ fromAt: dayStart(date), untilAt: dayEnd(date) });

const history = fc.record({
  from: fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days)),
  curves: fc.array(fc.array(fc.integer({ min: -50, max: 400 }), { minLength: 24, maxLength: 24 }), {
    minLength: 1,
    maxLength: 9,
  }),
  ahead: fc.integer({ min: 1, max: 4 }),
});

describe('the forecast of spot', () => {
  it('guesses each quarter that is not known once, and no other; the high end is no lower', () => {
    fc.assert(
      fc.property(history, ({ from, curves, ahead }) => {
        const dates = daysFrom(from, curves.length);
        const known = pricesOf(dates, (date, hour) => curves[dates.indexOf(date)]?.[hour] ?? 0);
        const until = dayEnd(addDays(from, curves.length - 1 + ahead));
        const guesses = forecastSpot(known, { fromAt: dayStart(from), untilAt: until });
        const unknownFrom = dayEnd(addDays(from, curves.length - 1));
        const wanted = (until - unknownFrom) / (HOUR_MS / 4);
        expect(guesses.map(({ startAt }) => startAt)).toEqual(
          Array.from({ length: wanted }, (_, i) => unknownFrom + (i * HOUR_MS) / 4),
        );
        const wrong = guesses.filter(({ spotOrePerKwh, highOrePerKwh }) => !(highOrePerKwh >= spotOrePerKwh));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is in the unit of the prices: twice the prices, twice the forecast', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 2, max: 9 }), ({ from, curves }, times) => {
        const dates = daysFrom(from, curves.length);
        const priced = (factor: number) =>
          pricesOf(dates, (date, hour) => factor * (curves[dates.indexOf(date)]?.[hour] ?? 0));
        const span = daySpan(addDays(from, curves.length));
        const scaled = forecastSpot(priced(times), span);
        const off = forecastSpot(priced(1), span).filter(
          (guess, i) =>
            !isNear(scaled[i]?.spotOrePerKwh, times * guess.spotOrePerKwh) ||
            !isNear(scaled[i]?.highOrePerKwh, times * guess.highOrePerKwh),
        );
        expect(off).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('repeats days that are all alike', () => {
    const known = pricesOf(daysFrom('2026-01-05', 5), (_, hour) => 50 + hour);
    for (const { startAt, spotOrePerKwh } of forecastSpot(known, daySpan('2026-01-10')))
      expect(spotOrePerKwh).toBeCloseTo(50 + Number(localTime(startAt).slice(0, 2)), 6);
  });

  it('takes a Saturday’s shape from Saturdays, a holiday’s from Sundays', () => {
    const isFree = (date: string) => weekdayOf(date) >= 6;
    const known = pricesOf(daysFrom('2026-04-03', 28), (date, hour) =>
      isFree(date) ? 60 : hour < 12 ? 20 : 100,
    );
    // Known until Thursday 30 April; 1 May is a Friday and a holiday.
    const swing = (date: string) => {
      const guesses = forecastSpot(known, daySpan(date)).map(({ spotOrePerKwh }) => spotOrePerKwh);
      return Math.max(...guesses) - Math.min(...guesses);
    };
    expect(swing('2026-05-04')).toBeGreaterThan(60);
    expect(swing('2026-05-01')).toBeLessThan(55);
    expect(swing('2026-05-02')).toBeLessThan(55);
  });

  it('follows the level of the newest day part of the way, less far ahead', () => {
    const known = pricesOf(daysFrom('2026-01-12', 4), (date) => (date === '2026-01-15' ? 200 : 100));
    const first = (date: string) => forecastSpot(known, daySpan(date))[0]?.spotOrePerKwh ?? 0;
    expect(first('2026-01-16')).toBeGreaterThan(160);
    expect(first('2026-01-16')).toBeLessThan(200);
    expect(first('2026-01-20')).toBeLessThan(first('2026-01-16'));
  });

  it('knows the days the clocks change, and says nothing where nothing is known', () => {
    const known = pricesOf(daysFrom('2026-10-20', 5), (_, hour) => hour);
    expect(forecastSpot(known, daySpan('2026-10-25'))).toHaveLength(100);
    const spring = pricesOf(['2026-03-29'], (_, hour) => hour);
    const [missing] = forecastSpot(spring, {
      fromAt: dayStart('2026-03-30') + 2 * HOUR_MS,
      untilAt: dayEnd('2026-03-30'),
    });
    expect(missing?.spotOrePerKwh).toBeGreaterThan(10);
    expect(forecastSpot([], daySpan('2026-10-25'))).toEqual([]);
  });
});

const priceFile = '../shared/data/prices/no_60min_2025.csv';
const isMissing = !existsSync(priceFile);

describe(`on a year of real prices${isMissing ? ' — skipped: no ../shared/data/prices' : ''}`, () => {
  it.skipIf(isMissing)('errs less than "as yesterday" and "as last week"', async () => {
    const sums = { forecast: 0, yesterday: 0, lastWeek: 0 };
    addErrors(sums, await readPrices(priceFile, 'NO2', 11.5));
    expect(sums.forecast).toBeLessThan(sums.yesterday);
    expect(sums.forecast).toBeLessThan(0.75 * sums.lastWeek);
  });
});

/** Absolute errors for the day after the newest known one, every thirteenth day of the year. */
function addErrors(
  sums: { forecast: number; yesterday: number; lastWeek: number },
  spot: readonly Spot[],
): void {
  const ore = new Map(spot.map(({ startAt, spotOrePerKwh }) => [clockKey(startAt, 0), spotOrePerKwh]));
  const dates = [...new Set(spot.map(({ startAt }) => localDate(startAt)))].sort().slice(HISTORY_DAYS);
  for (const date of dates.filter((_, i) => i % 13 === 0)) {
    const { fromAt, untilAt } = daySpan(date);
    const oldestAt = fromAt - HISTORY_DAYS * 24 * HOUR_MS;
    const known = spot.filter(({ startAt }) => startAt >= oldestAt && startAt < fromAt);
    for (const { startAt, spotOrePerKwh } of forecastSpot(known, { fromAt, untilAt })) {
      const [real, before, weekBefore] = [0, -1, -7].map((days) => ore.get(clockKey(startAt, days)));
      if (real === undefined || before === undefined || weekBefore === undefined) continue;
      sums.forecast += Math.abs(real - spotOrePerKwh);
      sums.yesterday += Math.abs(real - before);
      sums.lastWeek += Math.abs(real - weekBefore);
    }
  }
}

function clockKey(at: number, days: number): string {
  return `${addDays(localDate(at), days)} ${localTime(at)}`;
}
