import { hourStart, type Instant } from '../time/index.ts';

/** How a contract turns spot into what the customer pays. */
export interface Settlement {
  /** 60: Norwegian households pay the arithmetic mean of the clock hour's four quarters; 15: each quarter its own price. */
  readonly settlementMinutes: 15 | 60;
  /** 25; 0 in Nordland, Troms and Finnmark (merverdiavgiftsloven § 6-6). */
  readonly vatPercent: 0 | 25;
}

/** What one more kWh costs in a quarter hour, øre/kWh incl. VAT. */
export interface SettledPrice {
  readonly startAt: Instant;
  readonly priceOrePerKwh: number;
}

/**
 * The customer's price in each quarter hour, øre/kWh incl. VAT, from spot, øre/kWh ex VAT. Where an hour is known only in
 * part its price is the mean of the quarters present. Same order and length as the input.
 */
export function settledPrices(
  quarters: readonly { readonly startAt: Instant; readonly spotOrePerKwh: number }[],
  { settlementMinutes, vatPercent }: Settlement,
): SettledPrice[] {
  const withVat = 1 + vatPercent / 100;
  const meanOf = settlementMinutes === 60 ? hourMeans(quarters) : undefined;
  return quarters.map(({ startAt, spotOrePerKwh }) => ({
    startAt,
    priceOrePerKwh: (meanOf?.get(hourStart(startAt)) ?? spotOrePerKwh) * withVat,
  }));
}

function hourMeans(quarters: readonly { readonly startAt: Instant; readonly spotOrePerKwh: number }[]) {
  const hours = Map.groupBy(quarters, ({ startAt }) => hourStart(startAt));
  return new Map(
    [...hours].map(([hourAt, inHour]) => [
      hourAt,
      inHour.reduce((sum, { spotOrePerKwh }) => sum + spotOrePerKwh, 0) / inHour.length,
    ]),
  );
}
