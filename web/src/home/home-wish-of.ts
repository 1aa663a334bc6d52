import type { Home, HomeWish } from '../api/types.ts';

/** What of the stored home is the customer's: all of it is sent with every change. */
export function homeWishOf(home: Home): HomeWish {
  const { area, taxZone, gridOwner, gridTariffName, contract, fuse, houseYearlyKwh } = home;
  return { area, taxZone, gridOwner, gridTariffName, contract, fuse, houseYearlyKwh };
}
