import type { PriceArea } from '../../lib/places/index.ts';
import { type GridOwner, type PriceBasis, shippedGridOwners } from '../../lib/tariffs/index.ts';
import { chooseGridOwner } from './choose-grid-owner.ts';
import { choosePlace } from './choose-place.ts';
import type { HomeOptions } from './home-options.ts';

/** A home that can be priced. */
export interface Home extends PriceBasis {
  readonly area: PriceArea;
  readonly gridOwner: GridOwner;
}

/** The home that the options tell. Throws UsageError naming the option that is missing, wrong or not enough. */
export function findHome(options: HomeOptions): Home {
  const owners = shippedGridOwners();
  const place = choosePlace(options, owners);
  return {
    ...place,
    gridOwner: chooseGridOwner(options, place, owners),
    gridTariffName: null,
    contract: options.contract,
    kwhThisMonth: options.kwhThisMonth,
  };
}
