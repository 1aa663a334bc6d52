export { forecastSpot, HISTORY_DAYS } from './forecast-spot.ts';
export { type HouseHour, houseForecast } from './house-forecast.ts';
export { type FeeStep, monthSteps } from './month-steps.ts';
export { priceOutlook } from './price-outlook.ts';
export type { Spot } from './spot.ts';
