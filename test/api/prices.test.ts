import { describe, expect, test } from 'vitest';
import { contracts, hoursAround, pricesOf } from '../../lib/api/index.ts';
import type { HomePrices } from '../../lib/charging/index.ts';
import type { PriceTerms } from '../../lib/homes/index.ts';
import { customerPrices, shippedGridOwner } from '../../lib/tariffs/index.ts';
import { HOUR_MS, type Instant, QUARTER_MS } from '../../lib/time/index.ts';
import { inOslo } from '../support/price-terms.ts';

/** A Thursday, 10:00 in Oslo. */
const ten = Date.parse('2026-11-12T09:00:00Z');

const quarters = (from: Instant, ...ore: number[]) =>
  ore.map((spotOrePerKwh, i) => ({ startAt: from + i * QUARTER_MS, spotOrePerKwh }));

/** The answer for these spot prices, as the route makes it. */
function answer(
  terms: PriceTerms,
  spot: ReturnType<typeof quarters>,
  asked: { readonly fromAt: Instant; readonly untilAt: Instant },
  settlementMinutes: 15 | 60 = 60,
) {
  const gridOwner = terms.gridOwner === null ? null : shippedGridOwner(terms.gridOwner);
  const basis = { ...terms, gridOwner, kwhThisMonth: 0 };
  const prices = customerPrices(basis, spot, hoursAround(asked), settlementMinutes);
  const known = { quarters: spot, used: [], nokPerEurAssumed: true };
  return pricesOf(terms, { prices, spot: known, gridOwner, settlementMinutes }, asked);
}

describe('prices', () => {
  test('of one quarter are settled over its whole hour, and told with what they are made of', () => {
    const asked = { fromAt: ten + QUARTER_MS, untilAt: ten + 2 * QUARTER_MS };
    expect(hoursAround(asked)).toEqual({ fromAt: ten, untilAt: ten + HOUR_MS });
    // Mean 120: støtte 0.9 × (120 − 77) = 38.7. Elvia by day 28.99, electricity tax 7.13, Enova 1; 25 % on 118.42.
    const energyCharge = 28.99;
    expect(answer(inOslo, quarters(ten, 100, 110, 130, 140), asked)).toEqual({
      area: 'NO1',
      taxZone: 'sor',
      vatPercent: 25,
      contract: 'spot',
      gridOwnerName: shippedGridOwner('elvia')?.name,
      assumed: [],
      settlementMinutes: 60,
      assumedExchangeRate: true,
      slots: [
        {
          start: '2026-11-12T09:15:00Z',
          priceOrePerKwh: 148.03,
          spotOrePerKwh: 110,
          parts: {
            spot: 120,
            markup: 0,
            support: -38.7,
            gridEnergy: energyCharge,
            electricityTax: 7.13,
            enova: 1,
            vat: 29.605,
          },
        },
      ],
    });
  });

  test('that are not known are left out', () => {
    const asked = { fromAt: ten, untilAt: ten + 5 * HOUR_MS };
    const known = quarters(ten, 1, 2, 3, 4, 5, 6, 7, 8);
    expect(answer(inOslo, known, asked, 15).slots).toHaveLength(8);
  });

  test('under Norgespris are known before spot is, and that is said', () => {
    const terms: PriceTerms = { ...inOslo, contract: { kind: 'norgespris', markupOrePerKwh: 0 } };
    const shown = answer(terms, quarters(ten, 300, 300, 300, 300), {
      fromAt: ten,
      untilAt: ten + 2 * HOUR_MS,
    });
    expect(contracts['get-prices'].answer.safeParse(shown).error).toBeUndefined();
    expect(shown.slots.map(({ spotOrePerKwh }) => spotOrePerKwh)).toEqual([
      ...[300, 300, 300, 300],
      ...[null, null, null, null],
    ]);
    expect(new Set(shown.slots.map(({ priceOrePerKwh }) => priceOrePerKwh)).size).toBe(1);
    expect(shown.slots[0]?.parts).toMatchObject({ spot: 300, support: -260 });
    expect(shown.slots[4]?.parts).toMatchObject({ spot: 40, support: 0 });
    expect(shown.assumedExchangeRate).toBe(false);
  });

  test('on rates that are not known for their day say so, once', () => {
    const next = Date.parse('2027-01-04T09:00:00Z');
    const asked = { fromAt: next, untilAt: next + HOUR_MS };
    expect(answer({ ...inOslo, gridOwner: null }, quarters(next, 90, 90, 90, 90), asked)).toMatchObject({
      gridOwnerName: null,
      assumed: ['supportThreshold', 'gridEnergy', 'electricityTax'],
    });
  });

  test('tell the assumed rates of the quarters asked for, not of those read beside them', () => {
    const midnight = Date.parse('2026-12-31T23:00:00Z');
    const known = { fromAt: midnight - HOUR_MS, untilAt: midnight + HOUR_MS };
    const spot = quarters(known.fromAt, ...Array.from({ length: 8 }, () => 90));
    const gridOwner = shippedGridOwner('elvia');
    const basis = { ...inOslo, gridOwner, kwhThisMonth: 0 };
    const read: HomePrices = {
      prices: customerPrices(basis, spot, known, 60),
      spot: { quarters: spot, used: [], nokPerEurAssumed: false },
      ...{ gridOwner, settlementMinutes: 60 },
    };
    const assumed = (fromAt: Instant, untilAt: Instant) =>
      pricesOf(inOslo, read, { fromAt, untilAt }).assumed;
    expect(assumed(known.fromAt, midnight)).toEqual([]);
    expect(assumed(known.fromAt, midnight + 1)).toEqual(['supportThreshold', 'gridEnergy', 'electricityTax']);
  });

  test.each(['nord_norge', 'tiltakssone'] as const)('in %s have no VAT in any quarter', (taxZone) => {
    const terms: PriceTerms = { ...inOslo, area: 'NO4', taxZone, gridOwner: 'arva' };
    const spot = quarters(ten, ...Array.from({ length: 96 }, (_, i) => i * 3 - 20));
    const shown = answer(terms, spot, { fromAt: ten, untilAt: ten + 24 * HOUR_MS });
    expect(shown).toMatchObject({ vatPercent: 0 });
    expect(shown.slots).toHaveLength(96);
    for (const { parts, priceOrePerKwh } of shown.slots) {
      expect(parts.vat).toBe(0);
      expect(parts.electricityTax).toBe(taxZone === 'tiltakssone' ? 0 : 7.13);
      expect(priceOrePerKwh).toBeCloseTo(
        Object.values(parts).reduce((sum, part) => sum + part, 0),
        2,
      );
    }
  });
});
