export * from './contracts.ts';
export { openapiDocument } from './openapi.ts';
export { overviewOf } from './views/overview.ts';
export { hoursAround, pricesOf } from './views/prices.ts';
export { givenReceiptOf, withdrawalReceiptOf } from './views/receipts.ts';
export { sessionsOf } from './views/sessions.ts';
