export { checkPriceTerms } from './check-price-terms.ts';
export * from './contracts.ts';
export { openapiDocument } from './openapi.ts';
export { homeOf } from './views/home.ts';
export { overviewOf } from './views/overview.ts';
export { placeFound } from './views/place.ts';
export { hoursAround, pricesOf } from './views/prices.ts';
export { givenReceiptOf, withdrawalReceiptOf } from './views/receipts.ts';
export { sessionsOf } from './views/sessions.ts';
