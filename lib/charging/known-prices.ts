import type { Contract, Price } from '../tariffs/index.ts';
import type { Instant } from '../time/index.ts';

/** The prices the service knows for a home, as its customer pays them. */
export interface KnownPrices {
  readonly contract: Contract['kind'];
  /** By start of the quarter hour, settled as the contract settles. */
  readonly byQuarter: ReadonlyMap<Instant, Price>;
  /** Forecast of quarters that nobody has published yet. Plans are made on them; energy is never priced by them. */
  readonly guessed?: ReadonlyMap<Instant, GuessedPrice>;
  /** Of today and later: `area/date/revision` of each price day behind them (`norgespris/date/1` where none is), `grid/date/fingerprint` of each day's grid tariff. */
  readonly used: readonly string[];
}

export interface GuessedPrice {
  readonly price: Price;
  /** It seldom comes dearer, øre/kWh incl. VAT. */
  readonly highOrePerKwh: number;
}

/** The price to plan a quarter hour on: the published one, else the forecast. */
export function priceToPlanOn({ byQuarter, guessed }: KnownPrices, startAt: Instant): Price | undefined {
  return byQuarter.get(startAt) ?? guessed?.get(startAt)?.price;
}
