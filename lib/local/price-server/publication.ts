import type { PriceArea } from '../../places/index.ts';
import {
  addDays,
  atLocalTime,
  HOUR_MS,
  type Instant,
  type LocalDate,
  type LocalTime,
  quartersOfDay,
} from '../../time/index.ts';
import type { PriceBook } from '../price-book/price-book.ts';
import type { PriceFault } from './faults.ts';

/** One quarter hour of the market's result, EUR/MWh ex VAT. */
export interface MarketQuarter {
  readonly startAt: Instant;
  readonly eurPerMwh: number;
}

/** What is in the book, and from when on the world may see it. */
export interface Market {
  readonly book: PriceBook;
  /** Europe/Oslo, the day before delivery. */
  readonly publishAt: LocalTime;
  readonly now: () => Instant;
}

/** The day as published by now, ascending, and as the fault left it; null where there is nothing to see yet. */
export function publishedDay(
  market: Market,
  area: PriceArea,
  date: LocalDate,
  fault: PriceFault | null,
): MarketQuarter[] | null {
  const lateMs = fault?.kind === 'late' ? fault.minutes * 60_000 : 0;
  if (market.now() < atLocalTime(addDays(date, -1), market.publishAt) + lateMs) return null;
  const day = market.book(area, date);
  if (!day) return null;
  const quarters = quartersOfDay(date).map((startAt, i) => ({
    startAt,
    eurPerMwh: day.eurPerMwh[day.minutes === 60 ? Math.floor(i / 4) : i] ?? Number.NaN,
  }));
  return spoil(quarters, fault);
}

function spoil(quarters: MarketQuarter[], fault: PriceFault | null): MarketQuarter[] {
  const middleAt = (quarters[0]?.startAt ?? 0) + 12 * HOUR_MS;
  switch (fault?.kind) {
    case 'partial':
      return quarters.slice(0, quarters.length / 2);
    case 'hole':
      return quarters.filter(({ startAt }) => startAt < middleAt || startAt >= middleAt + HOUR_MS);
    case 'out-of-range':
      return quarters.map((quarter) =>
        quarter.startAt === middleAt ? { ...quarter, eurPerMwh: fault.eurPerMwh ?? 9999 } : quarter,
      );
    case 'moved':
      return quarters.map((quarter) => ({ ...quarter, eurPerMwh: quarter.eurPerMwh + fault.byEurPerMwh }));
    default:
      return quarters;
  }
}
