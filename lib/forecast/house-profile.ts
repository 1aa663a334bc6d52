import { type Instant, localDate, localHour } from '../time/index.ts';

/**
 * A Norwegian home that is heated by electricity, for homes of which nothing is measured: how much more than the year's mean it draws in each
 * month, January first, and in each clock hour. An assumption, not a measurement: winter about twice the summer, a low night, a
 * morning and a higher evening.
 */
const monthShares = [1.4, 1.35, 1.2, 1, 0.8, 0.65, 0.6, 0.65, 0.8, 1, 1.2, 1.35] as const;
const hourShares = [
  0.8, 0.75, 0.75, 0.75, 0.75, 0.8, 0.95, 1.1, 1.1, 1.05, 1, 1, 1, 1, 1, 1.05, 1.15, 1.25, 1.25, 1.25, 1.2,
  1.15, 1.05, 0.9,
] as const;
/** What a home uses in a year where nobody tells, kWh. Assumed; grid owners' and the regulator's examples use the like. */
const USUAL_KWH = 16_000;
const HOURS_PER_YEAR = 8760;
/** Like the forecast from a home's own past, the profile stands for an hour that three of four stay below; the share is assumed. */
const ABOVE_MEAN = 1.2;

const monthMean = meanOf(monthShares);
const hourMean = meanOf(hourShares);

/** kW that a home of this yearly consumption (without its cars) is taken to draw at this hour. */
export function profileKw(yearlyKwh: number | null, at: Instant): number {
  const month = monthShares[Number(localDate(at).slice(5, 7)) - 1] ?? monthMean;
  const hour = hourShares[localHour(at)] ?? hourMean;
  const meanKw = (yearlyKwh ?? USUAL_KWH) / HOURS_PER_YEAR;
  return ABOVE_MEAN * meanKw * (month / monthMean) * (hour / hourMean);
}

function meanOf(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
