import { priceAreas } from '../places/index.ts';
import type { Platform } from '../platform/index.ts';
import type { LocalDate } from '../time/index.ts';
import { newestDays } from './store.ts';

const LOOK_BACK_DAYS = 14;

/**
 * NOK per EUR for a day whose prices came without it: the same day's rate as told for another area, else the newest
 * rate told for an earlier day, else the operator's fallback. Only the first of these is not `assumed`.
 */
export async function standInRate(
  platform: Platform,
  date: LocalDate,
): Promise<{ nokPerEur: number; nokPerEurAssumed: boolean }> {
  const days = await Promise.all(priceAreas.map((area) => newestDays(platform, area, date, LOOK_BACK_DAYS)));
  const newest = days
    .flat()
    .filter((day) => !day.nokPerEurAssumed)
    .reduce((best, day) => (best && best.date >= day.date ? best : day), undefined as Found | undefined);
  if (!newest) return { nokPerEur: Number(platform.setting('FALLBACK_NOK_PER_EUR')), nokPerEurAssumed: true };
  return { nokPerEur: newest.nokPerEur, nokPerEurAssumed: newest.date !== date };
}

interface Found {
  readonly date: LocalDate;
  readonly nokPerEur: number;
}
