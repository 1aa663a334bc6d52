export { type PriceArea, priceAreas } from './price-area.ts';
export { type TaxZone, taxZones } from './tax-zone.ts';
