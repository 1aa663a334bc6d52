import type { PriceArea } from '../places/index.ts';
import type { Instant, LocalDate } from '../time/index.ts';

export type PriceSource = 'entsoe' | 'hvakosterstrommen';

/** A whole day of day-ahead prices in one area. A day that is not whole is never stored. */
export interface PriceDay {
  readonly area: PriceArea;
  /** Delivery day, Europe/Oslo. */
  readonly date: LocalDate;
  /** One price per quarter hour from local midnight, EUR/MWh ex VAT: 92, 96 or 100 of them. */
  readonly eurPerMwh: readonly number[];
  readonly nokPerEur: number;
  /** True while no source has told this day's rate: the newest rate told, or else the operator's fallback, stands in. */
  readonly nokPerEurAssumed: boolean;
  readonly source: PriceSource;
  /** 1 for the first stored version; a changed price, rate or source makes the next. */
  readonly revision: number;
  readonly fetchedAt: Instant;
}

/** Spot price of one quarter hour, øre/kWh ex VAT. 1 EUR/MWh × NOK/EUR / 10 = øre/kWh. */
export interface SpotQuarter {
  readonly startAt: Instant;
  readonly spotOrePerKwh: number;
}
