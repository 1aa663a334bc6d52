import type { Instant } from '../time/index.ts';

/** The prices the service knows for a home, as its customer pays them. */
export interface KnownPrices {
  /** By start of the quarter hour: øre/kWh incl. VAT, settled as the contract settles. */
  readonly oreByQuarter: ReadonlyMap<Instant, number>;
  /** `area/date/revision` of each price day behind them. */
  readonly used: readonly string[];
}
