import type { Contract, Price } from '../tariffs/index.ts';
import type { Instant } from '../time/index.ts';

/** The prices the service knows for a home, as its customer pays them. */
export interface KnownPrices {
  readonly contract: Contract['kind'];
  /** By start of the quarter hour, settled as the contract settles. */
  readonly byQuarter: ReadonlyMap<Instant, Price>;
  /** Of today and later: `area/date/revision` of each price day behind them (`norgespris/date/1` where none is), `grid/date/fingerprint` of each day's grid tariff. */
  readonly used: readonly string[];
}
