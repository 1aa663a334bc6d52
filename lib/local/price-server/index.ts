export { startPriceServer } from './price-server.ts';
