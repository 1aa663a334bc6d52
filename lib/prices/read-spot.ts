import type { PriceArea } from '../places/index.ts';
import type { Platform } from '../platform/index.ts';
import { type Instant, localDate, QUARTER_MS, quartersOfDay } from '../time/index.ts';
import type { PriceDay, SpotQuarter } from './price-day.ts';
import { readDays } from './store.ts';

/** Known spot prices of a span of time. */
export interface SpotPrices {
  /** Ascending; a quarter that is not known is not there. øre/kWh ex VAT. */
  readonly quarters: readonly SpotQuarter[];
  /** `area/date/revision` of each price day the quarters come from. */
  readonly used: readonly string[];
  /** True where at least one of these days has an exchange rate that stands in for its own. */
  readonly nokPerEurAssumed: boolean;
}

/** The quarters that touch `fromAt ≤ t < untilAt`, the one under way at `fromAt` included, as far as they are stored. */
export async function readSpot(
  platform: Platform,
  area: PriceArea,
  fromAt: Instant,
  untilAt: Instant,
): Promise<SpotPrices> {
  if (untilAt <= fromAt) return { quarters: [], used: [], nokPerEurAssumed: false };
  const days = await readDays(platform, area, localDate(fromAt), localDate(untilAt - 1));
  return {
    quarters: days
      .flatMap(spotOf)
      .filter(({ startAt }) => startAt + QUARTER_MS > fromAt && startAt < untilAt),
    used: days.map(({ date, revision }) => `${area}/${date}/${revision}`),
    nokPerEurAssumed: days.some((day) => day.nokPerEurAssumed),
  };
}

/** 1 EUR/MWh × NOK/EUR / 10 = 1 øre/kWh. */
function spotOf(day: PriceDay): SpotQuarter[] {
  const starts = quartersOfDay(day.date);
  return day.eurPerMwh.flatMap((eurPerMwh, i) => {
    const startAt = starts[i];
    return startAt === undefined ? [] : [{ startAt, spotOrePerKwh: (eurPerMwh * day.nokPerEur) / 10 }];
  });
}
