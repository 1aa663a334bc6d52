import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Home } from '../../bin/home/find-home.ts';
import { drawPrice } from '../../bin/price/draw-price.ts';
import { priceAnswer } from '../../bin/price/price-answer.ts';
import { taxZones } from '../../lib/places/index.ts';
import { type Contract, priceAt, shippedGridOwners } from '../../lib/tariffs/index.ts';
import { HOUR_MS } from '../../lib/time/index.ts';

const anAmount = fc.oneof(
  fc.double({ min: -500, max: 1000, noNaN: true }),
  fc.integer({ min: -500_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000),
  fc.constantFrom(0, 40, 77, -37.13),
);
const aMarkup = fc.integer({ min: 0, max: 1000 }).map((hundredths) => hundredths / 100);
const aContract: fc.Arbitrary<Contract> = fc.oneof(
  fc.record({ kind: fc.constantFrom('spot' as const, 'norgespris' as const), markupOrePerKwh: aMarkup }),
  fc.record({
    kind: fc.constant('fixed' as const),
    markupOrePerKwh: aMarkup,
    priceOrePerKwh: fc.constantFrom(55.5, 80),
  }),
);
const aHome: fc.Arbitrary<Home> = fc.record({
  area: fc.constant('NO4' as const),
  taxZone: fc.constantFrom(...taxZones),
  gridOwner: fc.constantFrom(...shippedGridOwners()),
  gridTariffName: fc.constant(null),
  contract: aContract,
  kwhThisMonth: fc.constantFrom(0, 5000),
});
const anHour = fc
  .integer({ min: Date.UTC(2024, 0, 1) / HOUR_MS, max: Date.UTC(2028, 0, 1) / HOUR_MS })
  .map((hour) => hour * HOUR_MS);

const elvia = shippedGridOwners().find(({ key }) => key === 'elvia') ?? expect.fail('no elvia');
const oslo: Home = {
  area: 'NO1',
  taxZone: 'sor',
  gridOwner: elvia,
  gridTariffName: null,
  contract: { kind: 'spot', markupOrePerKwh: 4 },
  kwhThisMonth: 0,
};

function answerOf(home: Home, hourAt: number, spot: number) {
  const price = priceAt(home, hourAt, spot);
  if (!price) throw new Error('not priced');
  return { price, answer: priceAnswer(home, hourAt, price) };
}

describe('the printed price', () => {
  it('has parts that sum to it within 0.01, as close to the real price as its decimals allow, without noise', () => {
    fc.assert(
      fc.property(aHome, anHour, anAmount, (home, hourAt, spot) => {
        const { price, answer } = answerOf(home, hourAt, spot);
        const sum = Object.values(answer.parts).reduce((total, part) => total + part, 0);
        expect(Math.abs(sum - answer.oreInclVat)).toBeLessThan(0.01);
        expect(Math.abs(price.oreInclVat - answer.oreInclVat)).toBeLessThan(0.00501);
        for (const part of [...Object.values(answer.parts), answer.oreInclVat]) {
          expect(String(part)).toMatch(/^-?\d+(\.\d{1,4})?$/);
          expect(Object.is(part, -0)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('rounds halves as people do, whatever their binary form', () => {
    const parts = { spot: 1.005, markup: 0, support: 0, gridEnergy: 0, electricityTax: 0, enova: 0, vat: 0 };
    expect(priceAnswer(oslo, 0, { parts, oreInclVat: 1.005, assumed: [] }).oreInclVat).toBe(1.01);
    expect(priceAnswer(oslo, 0, { parts, oreInclVat: -1.005, assumed: [] }).oreInclVat).toBe(-1.01);
  });

  it('shows every part, its sum, and keeps within the terminal when drawn', () => {
    fc.assert(
      fc.property(aHome, anHour, anAmount, fc.constantFrom(60, 80, 100), (home, hourAt, spot, width) => {
        const { answer } = answerOf(home, hourAt, spot);
        const lines = drawPrice(home, answer, { width, color: false, isBuiltIn: false }).split('\n');
        for (const line of lines.slice(3)) expect([...line].length).toBeLessThanOrEqual(Math.max(width, 80));
        for (const ore of [...Object.values(answer.parts), answer.oreInclVat]) {
          expect(lines.some((line) => line.includes(` ${ore.toFixed(2).replace('-', '−')}`))).toBe(true);
        }
        const isLeftOut = home.gridOwner.key === 'area-alle';
        const assumed = answer.assumed.filter((rate) => rate !== 'gridEnergy' || !isLeftOut);
        expect(lines.some((line) => line.includes('Assumed'))).toBe(assumed.length > 0);
        expect(lines.some((line) => line.includes('the grid part is left out'))).toBe(isLeftOut);
        expect(lines.filter((line) => / \* /.test(line) && !line.includes('Assumed'))).toHaveLength(
          assumed.length,
        );
      }),
    );
  });
});

describe('the drawing', () => {
  const drawn = (spot: number, color = false) =>
    drawPrice(oslo, answerOf(oslo, Date.UTC(2026, 10, 12, 9), spot).answer, {
      width: 80,
      color,
      isBuiltIn: false,
    });

  it('begins each bar where the one above ends, and runs back where something is taken off', () => {
    expect(drawn(120).split('\n')).toEqual([
      ' Spot, 2026-11-12, the hour from 10:00 (+01:00)',
      ' Elvia AS in NO1, with VAT',
      '',
      ' spot                       120.00  ██████████████████████████████████',
      ' markup (påslag)              4.00                                    █',
      ' support (strømstøtte)      −38.70                          ░░░░░░░░░░░',
      ' grid (energiledd)           28.99                          ████████',
      ' tax (elavgift)               7.13                                  ██',
      ' Enova fee                    1.00                                    ▏',
      ' VAT (mva.)                  30.61                                    █████████',
      ' you pay, øre/kWh           153.03  ███████████████████████████████████████████',
    ]);
  });

  it('shows where zero is when the sum on the way is below it', () => {
    const lines = drawn(-80).split('\n');
    expect(lines[3]).toBe(` spot                       −80.00  ${'░'.repeat(43)}│`);
    expect(lines.slice(3).every((line) => /[│█]$/.test(line))).toBe(true);
  });

  it('is coloured where the terminal is', () => {
    expect(drawn(120, true)).toContain('\u001b[36m');
  });
});
