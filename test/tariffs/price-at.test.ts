import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaxZone } from '../../lib/places/index.ts';
import { type Contract, type PriceBasis, priceAt } from '../../lib/tariffs/index.ts';
import { parseIso } from '../../lib/time/index.ts';
import { bases, gridOwners, instants, ore, ownerWith } from './arbitraries.ts';

const spot: Contract = { kind: 'spot', markupOrePerKwh: 0 };
const norgespris: Contract = { kind: 'norgespris', markupOrePerKwh: 0 };
const fixed: Contract = { kind: 'fixed', markupOrePerKwh: 0, priceOrePerKwh: 90 };
/** Elvia's household energy charge from 2026-07-01. */
const elvia = ownerWith({
  energy: {
    baseOrePerKwh: 16.99,
    exceptions: [
      { name: 'Virkedag', hours: [{ from: 6, to: 21 }], days: ['workday'], months: null, orePerKwh: 28.99 },
    ],
  },
});
const basis = (change: Partial<PriceBasis> = {}): PriceBasis => ({
  taxZone: 'sor',
  contract: spot,
  gridOwner: elvia,
  gridTariffName: null,
  kwhThisMonth: 0,
  ...change,
});
const at = (iso: string) => parseIso(iso) ?? Number.NaN;
const total = (iso: string, spotOre: number | null, change: Partial<PriceBasis> = {}) =>
  priceAt(basis(change), at(iso), spotOre)?.oreInclVat;

describe('what one more kWh costs in an hour', () => {
  it('is power less support, grid, taxes and VAT: a dear workday morning and a cheaper night', () => {
    expect(total('2026-11-18T10:00:00+01:00', 120)).toBeCloseTo(148.025, 6);
    expect(total('2026-11-18T23:00:00+01:00', 60)).toBeCloseTo(106.4, 6);
  });

  it('has no VAT in Nordland and Troms, and no electricity tax either in the tiltakssone', () => {
    expect(
      priceAt(basis({ taxZone: 'nord_norge' }), at('2026-01-15T08:00:00+01:00'), 120)?.parts,
    ).toMatchObject({
      electricityTax: 7.13,
      vat: 0,
    });
    expect(
      priceAt(basis({ taxZone: 'tiltakssone' }), at('2026-01-15T08:00:00+01:00'), 120)?.parts,
    ).toMatchObject({
      electricityTax: 0,
      enova: 1,
      vat: 0,
    });
  });

  it('under Norgespris is the same whatever spot is, and settles a negative hour upwards', () => {
    const night = '2026-11-18T23:00:00+01:00';
    expect(total(night, 300, { contract: norgespris })).toBe(total(night, -20, { contract: norgespris }));
    expect(priceAt(basis({ contract: norgespris }), at(night), -20)?.parts).toMatchObject({
      spot: -20,
      support: 60,
    });
  });

  it('under Norgespris is known before spot is published; on spot it is not', () => {
    const night = '2026-11-19T02:00:00+01:00';
    expect(total(night, null, { contract: norgespris })).toBe(total(night, 88, { contract: norgespris }));
    expect(priceAt(basis(), at(night), null)).toBeNull();
    expect(priceAt(basis({ contract: fixed }), at(night), null)).toBeNull();
  });

  it('beyond 5 000 kWh of a month has neither strømstøtte nor Norgespris', () => {
    const hour = '2026-11-18T10:00:00+01:00';
    for (const contract of [spot, norgespris]) {
      expect(priceAt(basis({ contract, kwhThisMonth: 4999.9 }), at(hour), 200)?.parts.support).toBeLessThan(
        -100,
      );
      expect(priceAt(basis({ contract, kwhThisMonth: 5000 }), at(hour), 200)?.parts.support).toBe(0);
    }
    expect(priceAt(basis({ contract: fixed, kwhThisMonth: 5000 }), at(hour), null)?.parts.spot).toBe(90);
    expect(priceAt(basis({ contract: norgespris, kwhThisMonth: 5000 }), at(hour), null)).toBeNull();
  });

  it('under a fixed price still follows spot through strømstøtte: the dear hour is the cheap one', () => {
    const hour = '2026-11-18T10:00:00+01:00';
    expect(priceAt(basis({ contract: fixed }), at(hour), 177)?.parts).toMatchObject({
      spot: 90,
      support: -90,
    });
    expect(total(hour, 177, { contract: fixed })).toBeLessThan(total(hour, 50, { contract: fixed }) ?? 0);
  });

  it('takes the markup as it is, once', () => {
    const contract: Contract = { kind: 'spot', markupOrePerKwh: 4 };
    const hour = '2026-11-18T23:00:00+01:00';
    expect((total(hour, 60, { contract }) ?? 0) - (total(hour, 60) ?? 0)).toBeCloseTo(5, 6);
  });

  it('changes rates at local midnight', () => {
    const parts = (iso: string) => priceAt(basis(), at(iso), 100)?.parts;
    expect(parts('2025-12-31T23:59:00+01:00')).toMatchObject({ electricityTax: 12.53, support: -22.5 });
    expect(parts('2026-01-01T00:00:00+01:00')).toMatchObject({ electricityTax: 7.13, support: -20.7 });
  });

  it('says which rates it assumes where none is known for the day, and goes on with the newest', () => {
    const in2026 = priceAt(basis(), at('2026-12-31T23:00:00+01:00'), 100);
    const in2027 = priceAt(basis(), at('2027-01-01T00:00:00+01:00'), 100);
    expect(in2026?.assumed).toEqual([]);
    expect(in2027?.assumed).toEqual(['supportThreshold', 'gridEnergy', 'electricityTax']);
    expect(in2027?.oreInclVat).toBe(in2026?.oreInclVat);
    const later = basis({ contract: norgespris, taxZone: 'tiltakssone' });
    expect(priceAt(later, at('2027-01-04T12:00:00+01:00'), null)?.assumed).toEqual([
      'norgespris',
      'gridEnergy',
    ]);
  });

  it('leaves out a grid charge that nobody knows, and says so', () => {
    expect(priceAt(basis({ gridOwner: null }), at('2026-11-18T10:00:00+01:00'), 50)).toMatchObject({
      parts: { gridEnergy: 0 },
      assumed: ['gridEnergy'],
    });
  });
});

describe('for any home, instant and spot price', () => {
  const spots = ore(-500, 5000);

  it('the parts sum to the whole, and VAT is a quarter of the rest or nothing', () => {
    fc.assert(
      fc.property(bases, instants, spots, (home, instant, spotOre) => {
        const price = priceAt(home, instant, spotOre);
        if (price === null) throw new Error('a known spot price must give a price');
        const { vat, ...exVat } = price.parts;
        const sum = Object.values(exVat).reduce((all, part) => all + part, 0);
        expect(price.oreInclVat).toBeCloseTo(sum + vat, 5);
        expect(vat).toBeCloseTo(home.taxZone === 'sor' ? sum / 4 : 0, 6);
      }),
    );
  });

  it('on a spot contract støtte never makes a dearer hour cheaper', () => {
    fc.assert(
      fc.property(bases, instants, spots, ore(0.01, 1000), (home, instant, spotOre, more) => {
        const onSpot = { ...home, contract: spot };
        const cheap = priceAt(onSpot, instant, spotOre)?.oreInclVat ?? Number.NaN;
        const dear = priceAt(onSpot, instant, spotOre + more)?.oreInclVat ?? Number.NaN;
        expect(dear).toBeGreaterThan(cheap);
        // At least the tenth that the state does not pay reaches the customer.
        expect(dear - cheap).toBeGreaterThanOrEqual(0.1 * more - 1e-5);
      }),
    );
  });

  it('VAT-free zones never see VAT', () => {
    fc.assert(
      fc.property(
        bases,
        instants,
        spots,
        fc.constantFrom<TaxZone>('nord_norge', 'tiltakssone'),
        (home, instant, spotOre, taxZone) => {
          expect(priceAt({ ...home, taxZone }, instant, spotOre)?.parts.vat).toBe(0);
        },
      ),
    );
  });

  it('under Norgespris spot changes nothing within the month’s first 5 000 kWh', () => {
    fc.assert(
      fc.property(bases, instants, spots, spots, (home, instant, one, other) => {
        const under = { ...home, contract: norgespris, kwhThisMonth: 0 };
        expect(priceAt(under, instant, one)?.oreInclVat).toBe(priceAt(under, instant, other)?.oreInclVat);
        expect(priceAt(under, instant, null)?.oreInclVat).toBe(priceAt(under, instant, one)?.oreInclVat);
      }),
    );
  });

  it('the grid charge is one that the tariff names', () => {
    fc.assert(
      fc.property(gridOwners, instants, (gridOwner, instant) => {
        const energy = gridOwner.tariffs[0]?.energy;
        const named = [energy?.baseOrePerKwh, ...(energy?.exceptions.map((one) => one.orePerKwh) ?? [])];
        expect(named).toContain(priceAt(basis({ gridOwner }), instant, 50)?.parts.gridEnergy);
      }),
    );
  });
});
