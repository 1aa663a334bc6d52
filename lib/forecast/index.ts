export { forecastSpot, HISTORY_DAYS } from './forecast-spot.ts';
export { type HouseHour, type HouseKnown, houseForecast } from './house-forecast.ts';
export { type FeeStep, type MonthSoFar, monthSteps } from './month-steps.ts';
export { type OutlookPrice, priceOutlook } from './price-outlook.ts';
export type { Span, Spot, SpotForecast } from './spot.ts';
