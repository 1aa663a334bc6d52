import { type Instant, localDate, QUARTER_MS, quarterStart } from '../time/index.ts';
import { priceAt } from './price-at.ts';
import type { PriceBasis } from './price-basis.ts';
import type { Price } from './price-parts.ts';
import { type SpotPrice, settledSpot } from './settled-spot.ts';

export interface CustomerPrice extends Price {
  /** Start of the quarter hour. */
  readonly startAt: Instant;
}

/**
 * What the home pays in each quarter hour of a span (from the one that holds `fromAt`), as far as that is known. Spot may
 * have holes: a Norgespris home has a price there all the same. `basis.kwhThisMonth` is of the month of `fromAt`; later months
 * count from nothing.
 */
export function customerPrices(
  basis: PriceBasis,
  spot: readonly SpotPrice[],
  span: { readonly fromAt: Instant; readonly untilAt: Instant },
  settlementMinutes: 15 | 60,
): CustomerPrice[] {
  const settled = settledSpot(spot, settlementMinutes);
  const nextMonth = { ...basis, kwhThisMonth: 0 };
  const month = monthOf(span.fromAt);
  const prices: CustomerPrice[] = [];
  for (let startAt = quarterStart(span.fromAt); startAt < span.untilAt; startAt += QUARTER_MS) {
    const inMonth = monthOf(startAt) === month ? basis : nextMonth;
    const price = priceAt(inMonth, startAt, settled.get(startAt) ?? null);
    if (price) prices.push({ startAt, ...price });
  }
  return prices;
}

function monthOf(at: Instant): string {
  return localDate(at).slice(0, 7);
}
