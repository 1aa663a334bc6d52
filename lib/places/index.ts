export { gridOwnerOfMeteringPoint, isMeteringPointId } from './metering-point.ts';
export type { Place } from './place.ts';
export { placeOfPostcode } from './place-of-postcode.ts';
export { type PriceArea, priceAreas } from './price-area.ts';
export { type TaxZone, taxZones } from './tax-zone.ts';
