import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contract } from '../../web/src/api/types.ts';
import { contractOf, isWhole } from '../../web/src/contract/contract-of.ts';
import { oreIn } from '../../web/src/contract/ore-in.ts';
import { exVat, vatFactor } from '../../web/src/contract/vat.ts';
import { formatOf } from '../../web/src/words/format.ts';

describe('a price in a field', () => {
  test('is read as it is written, in either language', () => {
    const hundredths = fc.integer({ min: -12_500, max: 125_000 }).map((one) => one / 100);
    fc.assert(
      fc.property(hundredths, fc.constantFrom('nb', 'en'), (ore, language) => {
        expect(oreIn(formatOf(language).orePlain(ore))).toBe(ore);
      }),
    );
  });

  test.each(['', ' ', '-', '4,9,1', '4 9', 'ni', '1e3', 'Infinity'])('is no number: %j', (text) => {
    expect(oreIn(text)).toBeNaN();
  });

  test('goes to the service ex VAT and comes back as it was', () => {
    const hundredths = fc.integer({ min: -12_500, max: 125_000 }).map((one) => one / 100);
    fc.assert(
      fc.property(hundredths, fc.constantFrom('sor', 'nord_norge', 'tiltakssone'), (ore, zone) => {
        expect(exVat(ore, zone) * vatFactor(zone)).toBeCloseTo(ore, 4);
      }),
    );
    expect(exVat(4.9, 'sor')).toBe(3.92);
    expect(exVat(4.9, 'nord_norge')).toBe(4.9);
  });
});

describe('another kind of contract', () => {
  const spot: Contract = { kind: 'spot', markupOrePerKwh: 4 };

  test('keeps the markup', () => {
    expect(contractOf('norgespris', spot)).toEqual({ kind: 'norgespris', markupOrePerKwh: 4 });
    expect(contractOf('spot', spot)).toBe(spot);
  });

  test('at a fixed price is not whole before the price is written', () => {
    const fixed = contractOf('fixed', spot);
    expect(isWhole(fixed)).toBe(false);
    expect(isWhole({ kind: 'fixed', markupOrePerKwh: 0, priceOrePerKwh: 60 })).toBe(true);
    expect(contractOf('spot', fixed)).toEqual({ kind: 'spot', markupOrePerKwh: 0 });
  });
});
