/**
 * What a kilowatt-hour is made of, øre/kWh. All parts ex VAT but `vat`, which is on the sum of the others; together they are
 * what the customer pays.
 */
export interface PriceParts {
  /** The hour's day-ahead price; the agreed price under a fixed contract. */
  readonly spot: number;
  /** The retailer's påslag. */
  readonly markup: number;
  /** Strømstøtte (negative), or the Norgespris settlement (either sign). */
  readonly support: number;
  /** Energy charge of the grid tariff. */
  readonly gridEnergy: number;
  readonly electricityTax: number;
  readonly enova: number;
  readonly vat: number;
}

/** Rates that can be used outside the dates they are known for. */
export const rateNames = ['supportThreshold', 'norgespris', 'gridEnergy', 'electricityTax', 'enova'] as const;
export type RateName = (typeof rateNames)[number];

/** What one more kWh costs in an hour or quarter hour. */
export interface Price {
  readonly parts: PriceParts;
  /** Sum of the parts, not rounded. */
  readonly oreInclVat: number;
  /** Rates used outside their known dates, in the order of the parts; none twice. */
  readonly assumed: readonly RateName[];
}
