import type { PriceTerms } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { readSpot, type SpotPrices } from '../prices/index.ts';
import { type CustomerPrice, customerPrices, type GridOwner } from '../tariffs/index.ts';
import type { Instant } from '../time/index.ts';
import { homeGridOwner } from './home-grid-owner.ts';

/** What a home pays in a span of time, and what that was made from. */
export interface HomePrices {
  /** Ascending; a quarter whose price is not known is not there. */
  readonly prices: readonly CustomerPrice[];
  readonly spot: SpotPrices;
  /** Null where the customer does not know it. */
  readonly gridOwner: GridOwner | null;
  readonly settlementMinutes: 15 | 60;
}

/**
 * What the home pays in each quarter hour that touches the span, which should be whole hours: an hour's price is the mean of
 * all its quarters. Counted as below the month's 5 000 kWh, where strømstøtte and Norgespris end: the service has no meter,
 * and a home with one car rarely comes there.
 */
export async function homePrices(
  platform: Platform,
  terms: PriceTerms,
  span: { readonly fromAt: Instant; readonly untilAt: Instant },
): Promise<HomePrices> {
  const [gridOwner, spot] = await Promise.all([
    homeGridOwner(platform, terms),
    readSpot(platform, terms.area, span.fromAt, span.untilAt),
  ]);
  const settlementMinutes = platform.setting('SETTLEMENT_MINUTES') === '15' ? 15 : 60;
  const { taxZone, contract, gridTariffName } = terms;
  const basis = { taxZone, contract, gridOwner, gridTariffName, kwhThisMonth: 0 };
  return {
    prices: customerPrices(basis, spot.quarters, span, settlementMinutes),
    ...{ spot, gridOwner, settlementMinutes },
  };
}
