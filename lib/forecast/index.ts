export { forecastSpot, HISTORY_DAYS } from './forecast-spot.ts';
export { type OutlookPrice, priceOutlook } from './price-outlook.ts';
export type { Span, Spot, SpotForecast } from './spot.ts';
