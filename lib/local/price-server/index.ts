export { type PriceServer, startPriceServer } from './price-server.ts';
