export { startTariffServer } from './tariff-server.ts';
