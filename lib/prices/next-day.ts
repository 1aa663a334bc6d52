import type { PriceArea } from '../places/index.ts';
import type { Platform } from '../platform/index.ts';
import type { LocalDate } from '../time/index.ts';
import type { PriceDay } from './price-day.ts';
import type { WholeDay } from './source-answer.ts';
import { standInRate } from './stand-in-rate.ts';
import type { StoredDay } from './store.ts';

/** What the sources said in this run; null where one said nothing of use or was not asked. */
export interface Told {
  readonly entsoe: WholeDay | null;
  readonly hvakosterstrommen: WholeDay | null;
}

/**
 * The next revision of a day, or null where nothing changed: the same prices, and a rate that is as well known as before.
 * A known rate stays as it is, for a day's plans and sums should not move with an aggregator's later rounding.
 */
export async function nextDay(
  platform: Platform,
  area: PriceArea,
  date: LocalDate,
  stored: StoredDay | null,
  told: Told,
): Promise<StoredDay | null> {
  const prices = pricesNow(stored, told);
  if (!prices) return null;
  const rate = rateNow(stored, told) ?? (await standInRate(platform, date));
  const isSettled = stored?.nokPerEurAssumed === rate.nokPerEurAssumed;
  if (stored && isSettled && isSame(stored.eurPerMwh, prices.eurPerMwh)) return null;
  const now = platform.clock.now();
  return {
    area,
    date,
    ...prices,
    ...rate,
    revision: (stored?.revision ?? 0) + 1,
    fetchedAt: now,
    announcedRevision: stored?.announcedRevision ?? 0,
    hvakosterstrommenAt: told.hvakosterstrommen ? now : (stored?.hvakosterstrommenAt ?? null),
  };
}

/** ENTSO-E's prices win; once stored they give way only to ENTSO-E's own. */
function pricesNow(stored: PriceDay | null, told: Told): Pick<PriceDay, 'eurPerMwh' | 'source'> | null {
  if (told.entsoe) return { eurPerMwh: told.entsoe.eurPerMwh, source: 'entsoe' };
  if (told.hvakosterstrommen && stored?.source !== 'entsoe') {
    return { eurPerMwh: told.hvakosterstrommen.eurPerMwh, source: 'hvakosterstrommen' };
  }
  return stored && { eurPerMwh: stored.eurPerMwh, source: stored.source };
}

/** The day's rate where it is known; null where another must stand in. */
function rateNow(
  stored: PriceDay | null,
  told: Told,
): Pick<PriceDay, 'nokPerEur' | 'nokPerEurAssumed'> | null {
  if (stored && !stored.nokPerEurAssumed) return { nokPerEur: stored.nokPerEur, nokPerEurAssumed: false };
  const nokPerEur = told.hvakosterstrommen?.nokPerEur;
  return nokPerEur ? { nokPerEur, nokPerEurAssumed: false } : null;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((price, i) => price === other[i]);
}
