export { type SettledPrice, type Settlement, settledPrices } from './settled-prices.ts';
