import type * as z from 'zod';
import { fuseKw, type HomeTerms, type PriceTerms } from '../../homes/index.ts';
import { type GridOwner, vatShare } from '../../tariffs/index.ts';
import type { putHomeContract } from '../contracts/put-home.ts';
import { decimals } from './shown.ts';

type ShownHome = z.infer<typeof putHomeContract.answer>;

/** The home as the customer sees it; `gridOwner` is the one it names. */
export function homeOf(terms: HomeTerms, gridOwner: GridOwner | null): ShownHome {
  return {
    area: terms.area,
    taxZone: terms.taxZone,
    gridOwner: terms.gridOwner,
    gridTariffName: terms.gridTariffName,
    gridOwnerName: gridOwner?.name ?? null,
    contract: terms.contract,
    vatPercent: vatPercentIn(terms.taxZone),
    fuse: terms.fuse,
    fuseKw: terms.fuse && decimals(fuseKw(terms.fuse), 1),
    houseYearlyKwh: terms.houseYearlyKwh,
  };
}

export function vatPercentIn(taxZone: PriceTerms['taxZone']): 0 | 25 {
  return vatShare(taxZone) === 0 ? 0 : 25;
}
