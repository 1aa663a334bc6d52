import type { PriceArea } from '../../places/index.ts';
import type { LocalDate } from '../../time/index.ts';

/** One Europe/Oslo day of day-ahead prices, EUR/MWh ex VAT: 92/96/100 quarters or 23/24/25 hours. */
export interface BookedDay {
  readonly minutes: 15 | 60;
  readonly eurPerMwh: readonly number[];
}

/** Where the price server takes its prices from; null for a day it does not have. */
export type PriceBook = (area: PriceArea, date: LocalDate) => BookedDay | null;
