import { type CustomerPrice, customerPrices, type PriceBasis } from '../tariffs/index.ts';
import type { Instant } from '../time/index.ts';
import { forecastSpot } from './forecast-spot.ts';
import type { Span, Spot } from './spot.ts';

/** What a home pays in a quarter hour, as far as can be told beforehand. */
export interface OutlookPrice extends CustomerPrice {
  /** Whether the spot price behind it is not published yet. */
  readonly isGuessed: boolean;
  /** The high end of the forecast, øre/kWh incl. VAT; the price itself where it is known. */
  readonly highOreInclVat: number;
}

/**
 * What the home pays in each quarter hour of the span: known prices as they are, the others made from forecast spot. `known` is all
 * spot that is published, the weeks before the span included: they are what the forecast is made of. A plan on these prices is on
 * the cheapest expected ones, and is made anew when prices are published. Under Norgespris nothing is guessed.
 */
export function priceOutlook(
  basis: PriceBasis,
  known: readonly Spot[],
  span: Span,
  settlementMinutes: 15 | 60,
): OutlookPrice[] {
  const certain = byStart(customerPrices(basis, known, span, settlementMinutes));
  const forecast = forecastSpot(known, span);
  const withForecast = (spotOf: (guess: (typeof forecast)[number]) => number) =>
    customerPrices(
      basis,
      [...known, ...forecast.map((guess) => ({ startAt: guess.startAt, spotOrePerKwh: spotOf(guess) }))],
      span,
      settlementMinutes,
    );
  const high = byStart(withForecast(({ highOrePerKwh }) => highOrePerKwh));
  return withForecast(({ spotOrePerKwh }) => spotOrePerKwh).map((price) => {
    const own = certain.get(price.startAt);
    if (own) return { ...own, isGuessed: false, highOreInclVat: own.oreInclVat };
    const highOre = high.get(price.startAt)?.oreInclVat ?? price.oreInclVat;
    return { ...price, isGuessed: true, highOreInclVat: Math.max(price.oreInclVat, highOre) };
  });
}

function byStart(prices: readonly CustomerPrice[]): ReadonlyMap<Instant, CustomerPrice> {
  return new Map(prices.map((price) => [price.startAt, price]));
}
