import { describe, expect, it } from 'vitest';
import { checkPriceTerms } from '../../lib/api/index.ts';
import type { PriceTerms } from '../../lib/homes/index.ts';
import { type GridOwner, shippedGridOwner } from '../../lib/tariffs/index.ts';
import { inOslo } from '../support/price-terms.ts';

const today = '2026-11-20';
const elvia = shippedGridOwner('elvia') as GridOwner;
const [row] = elvia.tariffs.slice(-1);
const north = { ...row, name: 'Nord', until: null } as GridOwner['tariffs'][number];
const inParts = {
  ...elvia,
  tariffs: [
    { ...north, until: '2026-11-01' as const },
    { ...north, name: 'Sør' },
  ],
};

const refused = (terms: Partial<PriceTerms>, owner: GridOwner | null = elvia) => {
  try {
    checkPriceTerms({ ...inOslo, ...terms }, owner, today);
    return null;
  } catch (thrown) {
    const { code, field } = thrown as { code: string; field: string };
    return [code, field];
  }
};

describe('a home that cannot be is refused, by the field that is wrong', () => {
  it('a tax zone that the price area does not have', () => {
    expect(refused({ taxZone: 'tiltakssone' })).toEqual(['invalid-request', 'taxZone']);
    expect(refused({ area: 'NO4', taxZone: 'sor', gridOwner: null }, null)).toBeNull();
  });

  it('a grid owner that nobody knows, that is elsewhere, or that has no homes', () => {
    expect(refused({ gridOwner: 'nobody' }, null)).toEqual(['grid-owner-unknown', 'gridOwner']);
    expect(refused({ area: 'NO5' })).toEqual(['grid-owner-unknown', 'gridOwner']);
    const cabins = shippedGridOwner('area-alle');
    expect(refused({ area: 'NO4', taxZone: 'tiltakssone', gridOwner: 'area-alle' }, cabins)).toEqual([
      'grid-owner-unknown',
      'gridOwner',
    ]);
  });

  it('a tariff name that the owner does not have any more', () => {
    expect(refused({ gridTariffName: 'Sør' }, inParts)).toBeNull();
    expect(refused({ gridTariffName: 'Nord' }, inParts)).toEqual(['invalid-request', 'gridTariffName']);
  });

  it('but not knowing the owner is no fault', () => {
    expect(refused({ gridOwner: null }, null)).toBeNull();
    expect(refused({})).toBeNull();
  });
});
