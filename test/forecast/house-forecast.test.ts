import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HouseHour, houseForecast } from '../../lib/forecast/index.ts';
import { addDays, atLocalTime, HOUR_MS, localDate } from '../../lib/time/index.ts';

const now = atLocalTime('2025-11-12', '17:20');
const evening = { fromAt: now, untilAt: atLocalTime('2025-11-12', '22:00') };
const nothing = { now, metered: [], liveKw: null, yearlyKwh: null };

/** Hours of so many days that end with the hour before now. */
function metered(days: number, kwOn: (startAt: number) => number): HouseHour[] {
  const lastAt = Math.floor(now / HOUR_MS) * HOUR_MS - HOUR_MS;
  return Array.from({ length: days * 24 }, (_, i) => lastAt - i * HOUR_MS).map((startAt) => ({
    startAt,
    kw: kwOn(startAt),
  }));
}

describe('what a house is expected to draw', () => {
  it('is what it drew at this hour of recent days, three of four of them no more', () => {
    const byDay = new Map(Array.from({ length: 15 }, (_, i) => [addDays('2025-11-12', -i), i]));
    const hours = metered(15, (startAt) => byDay.get(localDate(startAt)) ?? 0);
    const [, six] = houseForecast({ ...nothing, metered: hours }, evening);
    // One to fourteen days ago: 1 to 14 kW; 10.75 is their upper quartile.
    expect(six).toEqual({ startAt: atLocalTime('2025-11-12', '18:00'), kw: 10.75 });
  });

  it('is what the live meter shows in the current hour, and what was metered where that is over', () => {
    const hours = metered(5, () => 2);
    const span = { fromAt: now - HOUR_MS, untilAt: now + HOUR_MS };
    const found = houseForecast({ ...nothing, metered: hours, liveKw: 5 }, span);
    expect(found.map(({ kw }) => kw)).toEqual([2, 5, 2]);
  });

  it('goes by the profile of its yearly consumption where two days of an hour are all that is known', () => {
    const [known] = houseForecast({ ...nothing, metered: metered(2, () => 9), yearlyKwh: 10_000 }, evening);
    const [unknown] = houseForecast({ ...nothing, yearlyKwh: 10_000 }, evening);
    expect(known).toEqual(unknown);
    const [double] = houseForecast({ ...nothing, yearlyKwh: 20_000 }, evening);
    expect(double?.kw).toBeCloseTo(2 * (unknown?.kw ?? 0), 9);
  });

  it('comes to the told consumption over a year, and a fifth more because it is an upper quartile', () => {
    const year = { fromAt: atLocalTime('2025-01-01', '00:00'), untilAt: atLocalTime('2026-01-01', '00:00') };
    const hours = houseForecast({ ...nothing, now: year.fromAt, yearlyKwh: 16_000 }, year);
    expect(hours).toHaveLength(8760);
    expect(hours.reduce((sum, { kw }) => sum + kw, 0) / 16_000).toBeCloseTo(1.2, 1);
  });

  it('never looks ahead, and lies within what it looks at', () => {
    const load = fc.array(fc.double({ min: 0, max: 12, noNaN: true }), {
      minLength: 24 * 20,
      maxLength: 24 * 20,
    });
    fc.assert(
      fc.property(load, fc.double({ min: 0, max: 12, noNaN: true }), (kws, later) => {
        const hours = metered(20, (startAt) => kws[Math.floor((now - startAt) / HOUR_MS) % kws.length] ?? 0);
        const future = { startAt: now + 40 * HOUR_MS, kw: later };
        const plain = houseForecast({ ...nothing, metered: hours }, evening);
        expect(houseForecast({ ...nothing, metered: [...hours, future] }, evening)).toEqual(plain);
        for (const { kw } of plain) {
          expect(kw).toBeGreaterThanOrEqual(Math.min(...kws));
          expect(kw).toBeLessThanOrEqual(Math.max(...kws));
        }
      }),
      { numRuns: 50 },
    );
  });
});
