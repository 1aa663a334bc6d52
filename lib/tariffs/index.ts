export { settledPrices } from './settled-prices.ts';
