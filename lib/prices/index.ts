export { type DaysToFetch, fetchPrices } from './fetch-prices.ts';
export * from './price-day.ts';
export { readSpot, type SpotPrices } from './read-spot.ts';
