import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settledPrices } from '../../lib/tariffs/index.ts';
import { hourStart, QUARTER_MS, quartersOfDay } from '../../lib/time/index.ts';

const startAt = Date.UTC(2026, 0, 12, 16);
const quarters = (...spot: number[]) =>
  spot.map((spotOrePerKwh, i) => ({ startAt: startAt + i * QUARTER_MS, spotOrePerKwh }));
const prices = (...input: Parameters<typeof settledPrices>) =>
  settledPrices(...input).map(({ priceOrePerKwh }) => priceOrePerKwh);

describe('what a kWh costs', () => {
  it('is the hour’s mean with VAT where the contract settles by the hour', () => {
    const spot = quarters(10, 20, 30, 40, 100, 100, 100, 100);
    expect(prices(spot, { settlementMinutes: 60, vatPercent: 25 })).toEqual([
      31.25, 31.25, 31.25, 31.25, 125, 125, 125, 125,
    ]);
  });

  it('is the quarter’s own price where the contract settles by the quarter', () => {
    expect(prices(quarters(10, -20), { settlementMinutes: 15, vatPercent: 0 })).toEqual([10, -20]);
    expect(prices(quarters(10, -20), { settlementMinutes: 15, vatPercent: 25 })).toEqual([12.5, -25]);
  });

  it('is the mean of what is known of the hour', () => {
    expect(prices(quarters(10, 20), { settlementMinutes: 60, vatPercent: 0 })).toEqual([15, 15]);
  });

  it('keeps the two hours at 02 of the autumn day apart', () => {
    const day = quartersOfDay('2026-10-25');
    const spot = day.map((at, i) => ({ startAt: at, spotOrePerKwh: Math.floor(i / 4) }));
    const settled = prices(spot, { settlementMinutes: 60, vatPercent: 0 });
    expect(settled).toHaveLength(100);
    expect(settled).toEqual(spot.map(({ spotOrePerKwh }) => spotOrePerKwh));
  });

  it('never changes an hour’s total, and is one price per hour', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -600, max: 5000, noNaN: true }), { maxLength: 120 }),
        fc.integer({ min: 0, max: 3 }),
        (spot, skip) => {
          const input = quarters(...spot).slice(skip);
          const settled = settledPrices(input, { settlementMinutes: 60, vatPercent: 25 });
          expect(settled.map((q) => q.startAt)).toEqual(input.map((q) => q.startAt));
          for (const [hourAt, inHour] of Map.groupBy(settled, (q) => hourStart(q.startAt))) {
            expect(new Set(inHour.map((q) => q.priceOrePerKwh)).size).toBe(1);
            const raw = input.filter((q) => hourStart(q.startAt) === hourAt);
            const total = raw.reduce((sum, q) => sum + q.spotOrePerKwh, 0) * 1.25;
            expect(inHour.reduce((sum, q) => sum + q.priceOrePerKwh, 0)).toBeCloseTo(total, 6);
          }
        },
      ),
    );
  });
});
