import { type PriceArea, priceAreas } from '../places/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import { addDays, type LocalDate, localDate } from '../time/index.ts';
import { announceDay } from './announce-day.ts';
import { fetchDay } from './fetch-day.ts';
import type { FetchRun } from './fetch-run.ts';
import { readDays, type StoredDay } from './store.ts';

/** `tomorrow`: what is missing of today and tomorrow. `again`: both once more, for sources correct themselves. */
export type DaysToFetch = 'tomorrow' | 'again';

/**
 * One poll of the price sources for all areas. A source that has nothing, fails or errs is a normal day; what a run
 * leaves undone the next one does. Throws `unexpected` (retryable), after all areas were tried, where the store or the
 * bus failed for one.
 */
export async function fetchPrices(platform: Platform, { days }: { days: DaysToFetch }): Promise<void> {
  const run: FetchRun = { platform, closed: new Set() };
  const outcomes = await Promise.all(priceAreas.map((area) => fetchArea(run, area, days)));
  if (outcomes.includes('failed')) throw new ServiceError('unexpected', { retryable: true });
}

type Outcome = 'done' | 'failed';

async function fetchArea(run: FetchRun, area: PriceArea, days: DaysToFetch): Promise<Outcome> {
  const today = localDate(run.platform.clock.now());
  const tomorrow = addDays(today, 1);
  const yesterday = addDays(today, -1);
  return orFailed(run, area, async () => {
    const stored = await readDays(run.platform, area, yesterday, tomorrow);
    const outcomes: Outcome[] = [];
    // Yesterday only pays what a run that died at midnight may owe.
    for (const date of [yesterday, today, tomorrow]) {
      const known = stored.find((day) => day.date === date) ?? null;
      const isWanted = date !== yesterday && (days === 'again' || known === null);
      outcomes.push(await orFailed(run, area, () => settleDay(run, area, date, known, isWanted)));
    }
    return outcomes.includes('failed') ? 'failed' : 'done';
  });
}

async function settleDay(
  run: FetchRun,
  area: PriceArea,
  date: LocalDate,
  known: StoredDay | null,
  isWanted: boolean,
): Promise<Outcome> {
  const day = isWanted ? await fetchDay(run, area, date, known) : known;
  if (day) await announceDay(run.platform, day);
  return 'done';
}

/** One area or day that fails never stops another. */
async function orFailed(run: FetchRun, area: PriceArea, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (thrown) {
    run.platform.log.error('prices-area-failed', thrown, { area });
    return 'failed';
  }
}
