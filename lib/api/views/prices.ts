import type * as z from 'zod';
import type { HomePrices } from '../../charging/index.ts';
import type { PriceTerms } from '../../homes/index.ts';
import type { PriceParts } from '../../tariffs/index.ts';
import { HOUR_MS, hourStart, type Instant, isoUtc } from '../../time/index.ts';
import type { getPricesContract } from '../contracts/get-prices.ts';
import { vatPercentIn } from './home.ts';
import { decimals } from './shown.ts';

type Prices = z.infer<typeof getPricesContract.answer>;

interface Span {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** The whole clock hours around what is asked for, because a quarter's price is the mean of its hour. */
export function hoursAround(asked: Span): Span {
  return { fromAt: hourStart(asked.fromAt), untilAt: hourStart(asked.untilAt + HOUR_MS - 1) };
}

/** What the home pays in each quarter hour that is asked for and known, with what it is made of, beside its spot price. */
export function pricesOf(
  { area, taxZone, contract }: PriceTerms,
  { prices, spot, gridOwner, settlementMinutes }: HomePrices,
  asked: Span,
): Prices {
  const spotAt = new Map(spot.quarters.map(({ startAt, spotOrePerKwh }) => [startAt, spotOrePerKwh]));
  const shown = prices.filter(({ startAt }) => asked.fromAt <= startAt && startAt < asked.untilAt);
  return {
    area,
    taxZone,
    vatPercent: vatPercentIn(taxZone),
    contract: contract.kind,
    gridOwnerName: gridOwner?.name ?? null,
    assumed: [...new Set(shown.flatMap(({ assumed }) => assumed))],
    settlementMinutes,
    // Norgespris is set in øre: whatever the rate turns out to be, it stays the price.
    assumedExchangeRate: contract.kind !== 'norgespris' && spot.nokPerEurAssumed,
    slots: shown.map(({ startAt, oreInclVat, parts }) => {
      const spotOrePerKwh = spotAt.get(startAt);
      return {
        start: isoUtc(startAt),
        priceOrePerKwh: decimals(oreInclVat, 2),
        spotOrePerKwh: spotOrePerKwh === undefined ? null : decimals(spotOrePerKwh, 2),
        parts: shownParts(parts),
      };
    }),
  };
}

function shownParts({
  spot,
  markup,
  support,
  gridEnergy,
  electricityTax,
  enova,
  vat,
}: PriceParts): PriceParts {
  return {
    spot: decimals(spot, 4),
    markup: decimals(markup, 4),
    support: decimals(support, 4),
    gridEnergy: decimals(gridEnergy, 4),
    electricityTax: decimals(electricityTax, 4),
    enova: decimals(enova, 4),
    vat: decimals(vat, 4),
  };
}
