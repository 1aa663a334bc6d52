import type * as z from 'zod';
import type { Home } from '../../homes/index.ts';
import type { SpotQuarter } from '../../prices/index.ts';
import { settledPrices } from '../../tariffs/index.ts';
import { HOUR_MS, hourStart, type Instant, isoUtc } from '../../time/index.ts';
import type { getPricesContract } from '../contracts/get-prices.ts';
import { decimals } from './shown.ts';

type Prices = z.infer<typeof getPricesContract.answer>;

/** The whole clock hours around what is asked for, because a quarter's price is the mean of its hour. */
export function hoursAround(asked: { readonly fromAt: Instant; readonly untilAt: Instant }) {
  return { fromAt: hourStart(asked.fromAt), untilAt: hourStart(asked.untilAt + HOUR_MS - 1) };
}

/** What the home pays in each quarter hour that is asked for and known, beside its spot price. */
export function pricesOf(
  { area, vatPercent }: Pick<Home, 'area' | 'vatPercent'>,
  spot: { readonly quarters: readonly SpotQuarter[]; readonly nokPerEurAssumed: boolean },
  asked: { readonly fromAt: Instant; readonly untilAt: Instant; readonly settlementMinutes: 15 | 60 },
): Prices {
  const { fromAt, untilAt, settlementMinutes } = asked;
  const spotAt = new Map(spot.quarters.map(({ startAt, spotOrePerKwh }) => [startAt, spotOrePerKwh]));
  const slots = settledPrices(spot.quarters, { settlementMinutes, vatPercent })
    .filter(({ startAt }) => fromAt <= startAt && startAt < untilAt)
    .map(({ startAt, priceOrePerKwh }) => ({
      start: isoUtc(startAt),
      priceOrePerKwh: decimals(priceOrePerKwh, 2),
      spotOrePerKwh: decimals(spotAt.get(startAt) ?? Number.NaN, 2),
    }));
  return { area, vatPercent, settlementMinutes, assumedExchangeRate: spot.nokPerEurAssumed, slots };
}
