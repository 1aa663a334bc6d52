import type { PriceArea } from '../../lib/places/index.ts';
import { HOUR_MS, type Instant, localDate, quartersOfDay } from '../../lib/time/index.ts';
import { settings } from '../../lib/wiring.ts';

/** Mean of the hour in the built-in price days that `npm start` runs on, øre/kWh ex VAT. */
export async function builtInSpot(area: PriceArea, hourAt: Instant): Promise<number> {
  // The room of the local run is large: read only when it is asked.
  const { builtInPriceBook } = await import('../../lib/local/index.ts');
  const date = localDate(hourAt);
  const prices = builtInPriceBook()(area, date)?.eurPerMwh ?? [];
  const inHour = prices.filter((_, i) => isWithin(quartersOfDay(date)[i], hourAt));
  const eurPerMwh = inHour.reduce((sum, price) => sum + price, 0) / inHour.length;
  return (eurPerMwh * Number(settings.FALLBACK_NOK_PER_EUR)) / 10;
}

function isWithin(at: Instant | undefined, hourAt: Instant): boolean {
  return at !== undefined && hourAt <= at && at < hourAt + HOUR_MS;
}
