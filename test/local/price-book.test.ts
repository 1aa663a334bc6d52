import { describe, expect, it } from 'vitest';
import { builtInPriceBook } from '../../lib/local/price-book/built-in-price-book.ts';
import { type PriceArea, priceAreas } from '../../lib/places/index.ts';
import { addDays, isoLocal, quartersOfDay } from '../../lib/time/index.ts';

const book = builtInPriceBook();
const pricesOf = (date: string, area: PriceArea = 'NO1') => book(area, date)?.eurPerMwh ?? [];

describe('the built-in price days', () => {
  it('begin on Thursday 2026-10-22: a typical day, cheap at night and dear in the evening', () => {
    const prices = pricesOf('2026-10-22');
    expect(prices).toHaveLength(96);
    expect(Math.min(...prices)).toBeGreaterThan(20);
    expect(Math.max(...prices)).toBeLessThan(200);
    expect(prices.indexOf(Math.min(...prices))).toBeLessThan(4 * 6);
    expect(isoLocal(quartersOfDay('2026-10-22')[prices.indexOf(Math.max(...prices))] ?? 0)).toMatch(
      /T1[78]:/,
    );
  });

  it('turn negative in the night from 2026-10-23 to 24', () => {
    const prices = pricesOf('2026-10-23');
    expect(prices.slice(4 * 21).filter((price) => price < 0).length).toBeGreaterThan(8);
    expect(prices.slice(0, 4 * 20).every((price) => price > 0)).toBe(true);
  });

  it('are flat on 2026-10-24', () => {
    expect(new Set(pricesOf('2026-10-24')).size).toBe(1);
  });

  it('have 100 quarters on 2026-10-25, the doubled hour with its price twice, and 92 in spring', () => {
    const prices = pricesOf('2026-10-25');
    expect(prices).toHaveLength(100);
    expect(prices.slice(8, 12)).toEqual(prices.slice(12, 16));
    expect(new Set(prices).size).toBeGreaterThan(20);
    expect(pricesOf('2027-03-28')).toHaveLength(92);
  });

  it('come round every four days, also before the first', () => {
    expect(pricesOf('2026-10-26')).toEqual(pricesOf('2026-10-22'));
    expect(pricesOf('2026-10-20')).toEqual(pricesOf('2026-10-24'));
  });

  it('are to the cent, never fixed within a steep hour, and another in each area', () => {
    for (let i = 0, date = '2026-12-01'; i < 8; i += 1, date = addDays(date, 1)) {
      const days = priceAreas.map((area) => pricesOf(date, area));
      expect(days.flat().every((price) => Math.abs(price) <= 200)).toBe(true);
      expect(days.flat().every((price) => Number(price.toFixed(2)) === price)).toBe(true);
      expect(new Set(days.map((prices) => prices.join())).size).toBe(5);
    }
    expect(new Set(pricesOf('2026-10-22').slice(4 * 17, 4 * 18)).size).toBe(4);
  });
});
