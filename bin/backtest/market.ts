import { HISTORY_DAYS, priceOutlook, type Spot } from '../../lib/forecast/index.ts';
import { customerPrices, type PriceBasis } from '../../lib/tariffs/index.ts';
import { addDays, dayEnd, HOUR_MS, type Instant, localDate, localTime } from '../../lib/time/index.ts';
import type { PriceSpan } from './move-session.ts';

/** When the prices of the next day are published, Europe/Oslo. */
export const PUBLISHED = '13:00';
const DAY_MS = 24 * HOUR_MS;
const QUARTERS_PER_HOUR = 4;

/** What a clock hour costs, NOK/kWh; NaN where that cannot be told. */
export type HourPrice = (hourAt: Instant) => number;

/** The prices that a home pays, and what is known of them when. */
export interface Market {
  readonly span: PriceSpan;
  /** What is really paid. */
  readonly paid: HourPrice;
  /** End of what is published at this moment. */
  publishedUntil(now: Instant): Instant;
  /** What the service reckons with at this moment: published prices, and a forecast for the other hours until `untilAt`. */
  expected(now: Instant, untilAt: Instant): HourPrice;
}

/** Settled per clock hour, as households are. */
export function market(basis: PriceBasis, spot: readonly Spot[]): Market {
  const span = {
    fromAt: spot[0]?.startAt ?? 0,
    untilAt: (spot.at(-1)?.startAt ?? 0) + HOUR_MS / QUARTERS_PER_HOUR,
  };
  const paid = hourly(customerPrices(basis, withWholeHours(spot), span, 60));
  const forecasts = new Map<string, HourPrice>();
  return {
    span,
    paid,
    publishedUntil,
    expected(now, untilAt) {
      const knownUntilAt = publishedUntil(now);
      const days = Math.max(0, Math.ceil((untilAt - knownUntilAt) / DAY_MS));
      if (days === 0) return paid;
      const key = `${knownUntilAt}/${days}`;
      const forecast = forecasts.get(key) ?? forecastFrom(basis, spot, knownUntilAt, days);
      forecasts.set(key, forecast);
      return (hourAt) => (hourAt < knownUntilAt ? paid(hourAt) : forecast(hourAt));
    },
  };
}

function publishedUntil(now: Instant): Instant {
  const today = localDate(now);
  return dayEnd(localTime(now) < PUBLISHED ? today : addDays(today, 1));
}

/** From what was published by then and no later price. */
function forecastFrom(
  basis: PriceBasis,
  spot: readonly Spot[],
  knownUntilAt: Instant,
  days: number,
): HourPrice {
  const oldestAt = knownUntilAt - HISTORY_DAYS * DAY_MS;
  const known = spot.filter(({ startAt }) => startAt >= oldestAt && startAt < knownUntilAt);
  return hourly(
    priceOutlook(basis, known, { fromAt: knownUntilAt, untilAt: knownUntilAt + days * DAY_MS }, 60),
  );
}

function withWholeHours(spot: readonly Spot[]): readonly Spot[] {
  const hours = Map.groupBy(spot, ({ startAt }) => Math.floor(startAt / HOUR_MS));
  return [...hours.values()].filter((quarters) => quarters.length === QUARTERS_PER_HOUR).flat();
}

function hourly(prices: readonly { readonly startAt: Instant; readonly oreInclVat: number }[]): HourPrice {
  const byHour = new Map<Instant, number>();
  for (const { startAt, oreInclVat } of prices)
    if (startAt % HOUR_MS === 0) byHour.set(startAt, oreInclVat / 100);
  return (hourAt) => byHour.get(hourAt) ?? Number.NaN;
}
