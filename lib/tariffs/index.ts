export { holdsAt } from './calendar-match.ts';
export { type CapacityUse, capacityFee } from './capacity-fee.ts';
export { shippedGridOwner, shippedGridOwners } from './catalogue/index.ts';
export type { Contract } from './contract.ts';
export { type CustomerPrice, customerPrices } from './customer-prices.ts';
export { energyChargeAt } from './energy-charge.ts';
export { findPlace, PlaceError, type PlaceErrorCode } from './find-place.ts';
export { gridBill, type MeteredHour } from './grid-bill.ts';
export {
  type CapacityCharge,
  type CapacityMethod,
  type CustomerGroup,
  type DayKind,
  dayKinds,
  type EnergyCharge,
  type EnergyException,
  type GridOwner,
  type GridTariff,
} from './grid-owner.ts';
export { monthlySteps } from './monthly-steps.ts';
export { priceAt } from './price-at.ts';
export type { PriceBasis } from './price-basis.ts';
export { type Price, type PriceParts, type RateName, rateNames } from './price-parts.ts';
export { vatShare } from './rates.ts';
export { tariffNamesOn, tariffOn } from './tariff-on.ts';
