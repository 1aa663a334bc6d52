import type { Platform } from '../platform/index.ts';
import type { PriceSource } from './price-day.ts';

/** One run over all areas. */
export interface FetchRun {
  readonly platform: Platform;
  /** Sources that have refused us in this run: asking on would lengthen the ban. */
  readonly closed: Set<PriceSource>;
}
