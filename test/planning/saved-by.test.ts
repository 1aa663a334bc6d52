import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidedBy, savedBy } from '../../lib/planning/index.ts';
import { priceAt } from '../../lib/tariffs/index.ts';
import { HOUR_MS } from '../../lib/time/index.ts';
import { bases, instants, ore, ownerWith } from '../tariffs/arbitraries.ts';

const none = { powerOre: 0, gridOre: 0, taxOre: 0 };

describe('what a plan saves against charging at once, by what made it', () => {
  it('adds up to the whole difference, whatever the home and the schedules', () => {
    const slot = fc.record({ spotOre: ore(-500, 500), planned: ore(0, 20), atOnce: ore(0, 20) });
    fc.assert(
      fc.property(bases, instants, fc.array(slot, { maxLength: 30 }), (home, fromAt, slots) => {
        const compared = slots.map(({ spotOre, planned, atOnce }, i) => {
          const price = priceAt(home, fromAt + i * HOUR_MS, spotOre);
          if (price === null) throw new Error('a known spot price must give a price');
          return { price, plannedKwh: planned, atOnceKwh: atOnce };
        });
        const { powerOre, gridOre, taxOre } = savedBy(compared);
        const cost = (kwh: (one: (typeof compared)[number]) => number) =>
          compared.reduce((sum, one) => sum + kwh(one) * one.price.oreInclVat, 0);
        const difference = cost((one) => one.atOnceKwh) - cost((one) => one.plannedKwh);
        expect(powerOre + gridOre + taxOre).toBeCloseTo(difference, 2);
      }),
    );
  });

  it('under Norgespris is all grid tariff', () => {
    const gridOwner = ownerWith({
      energy: {
        baseOrePerKwh: 16.99,
        exceptions: [
          { name: 'Dag', hours: [{ from: 6, to: 21 }], days: null, months: null, orePerKwh: 28.99 },
        ],
      },
    });
    const home = {
      taxZone: 'sor',
      contract: { kind: 'norgespris', markupOrePerKwh: 0 },
      gridOwner,
      gridTariffName: null,
      kwhThisMonth: 0,
    } as const;
    const at = (hourUtc: number, plannedKwh: number, atOnceKwh: number, spotOre: number) => {
      const price = priceAt(home, Date.UTC(2026, 10, 18, hourUtc), spotOre);
      if (price === null) throw new Error('a Norgespris home has a price');
      return { price, plannedKwh, atOnceKwh };
    };
    const saved = savedBy([at(17, 0, 10, 250), at(23, 10, 0, 40)]);
    expect(saved.powerOre).toBeCloseTo(0, 6);
    expect(saved.gridOre).toBeCloseTo(150, 6);
    expect(decidedBy('norgespris', saved, 10)).toBe(
      'Norgespris: nothing to gain on spot; charging at these hours saves 0.15 kr/kWh in grid tariff.',
    );
  });
});

describe('the sentence that says what decided a plan', () => {
  it.each([
    [
      'spot',
      { powerOre: 500, gridOre: 150 },
      'Charging at these hours saves 0.50 kr/kWh on power after support and 0.15 kr/kWh in grid tariff.',
    ],
    [
      'spot',
      { powerOre: 500, gridOre: -150 },
      'Charging at these hours saves 0.50 kr/kWh on power after support, and costs 0.15 kr/kWh more in grid tariff.',
    ],
    [
      'spot',
      { powerOre: 500, gridOre: 0 },
      'Charging at these hours saves 0.50 kr/kWh on power after support.',
    ],
    [
      'spot',
      { powerOre: 0, gridOre: 150 },
      'Power costs the same as at once; charging at these hours saves 0.15 kr/kWh in grid tariff.',
    ],
    [
      'fixed',
      { powerOre: 90, gridOre: 0 },
      'Fixed price: charging at these hours saves 0.09 kr/kWh by more strømstøtte.',
    ],
    [
      'fixed',
      { powerOre: 0, gridOre: 120 },
      'Fixed price: the power costs the same as at once; charging at these hours saves 0.12 kr/kWh in grid tariff.',
    ],
  ] as const)('%s %j', (kind, saved, sentence) => {
    expect(decidedBy(kind, { ...none, ...saved }, 10)).toBe(sentence);
  });

  it('tells a tax that changes overnight', () => {
    expect(decidedBy('norgespris', { ...none, taxOre: 67.5 }, 10)).toBe(
      'Norgespris: nothing to gain on spot; charging at these hours saves 0.07 kr/kWh in taxes.',
    );
  });

  it.each([
    ['spot', 'Charging at once costs the same: nothing to gain by waiting.'],
    ['norgespris', 'Norgespris: nothing to gain on spot, nor by waiting.'],
    ['fixed', 'Fixed price: nothing to gain by waiting.'],
  ] as const)('does not speak of gains that are too small to be any: %s', (kind, sentence) => {
    expect(decidedBy(kind, { powerOre: 4, gridOre: -4, taxOre: 0 }, 10)).toBe(sentence);
  });

  it('says that there is nothing to gain on spot under Norgespris alone: elsewhere other hours may be cheaper', () => {
    const amount = ore(-300, 300);
    fc.assert(
      fc.property(amount, amount, fc.constantFrom('spot', 'fixed'), (gridOre, taxOre, kind) => {
        expect(decidedBy(kind, { powerOre: 0, gridOre, taxOre }, 10)).not.toMatch(/on spot/i);
      }),
    );
  });

  it('speaks of gains that make an øre per kilowatt-hour', () => {
    expect(decidedBy('spot', { ...none, powerOre: 6 }, 10)).toContain('saves 0.01 kr/kWh on power');
    expect(decidedBy('spot', { powerOre: 4, gridOre: 4, taxOre: 0 }, 10)).toBe(
      'Charging at these hours saves 0.01 kr/kWh in all.',
    );
    expect(decidedBy('spot', none, 0)).toBe('Nothing is charged, so nothing is saved.');
  });
});
