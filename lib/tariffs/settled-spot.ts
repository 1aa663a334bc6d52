import { hourStart, type Instant } from '../time/index.ts';

export interface SpotPrice {
  readonly startAt: Instant;
  /** øre/kWh ex VAT. */
  readonly spotOrePerKwh: number;
}

/**
 * The spot price that each quarter hour is settled at, øre/kWh ex VAT, by its start. Norwegian households pay the arithmetic
 * mean of the clock hour's four quarters (60 minutes; an hour known in part has the mean of what is known), or each quarter
 * its own price (15).
 */
export function settledSpot(
  quarters: readonly SpotPrice[],
  settlementMinutes: 15 | 60,
): ReadonlyMap<Instant, number> {
  const own = new Map(quarters.map(({ startAt, spotOrePerKwh }) => [startAt, spotOrePerKwh]));
  if (settlementMinutes === 15) return own;
  const hours = Map.groupBy(quarters, ({ startAt }) => hourStart(startAt));
  for (const inHour of hours.values()) {
    const mean = inHour.reduce((sum, { spotOrePerKwh }) => sum + spotOrePerKwh, 0) / inHour.length;
    for (const { startAt } of inHour) own.set(startAt, mean);
  }
  return own;
}
