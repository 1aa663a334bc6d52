import type { PriceArea } from '../places/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import { type Instant, type LocalDate, localDate } from '../time/index.ts';
import { askSource } from './ask-source.ts';
import type { FetchRun } from './fetch-run.ts';
import { nextDay, type Told } from './next-day.ts';
import { pricesAgree } from './prices-agree.ts';
import { noteTold, type StoredDay, saveDay } from './store.ts';

/** Asks the sources for one area and day, stores a new revision where something changed, and returns what this run may announce. */
export async function fetchDay(
  run: FetchRun,
  area: PriceArea,
  date: LocalDate,
  stored: StoredDay | null,
): Promise<StoredDay | null> {
  const { platform } = run;
  const entsoe = await askSource(run, 'entsoe', area, date);
  const isSecondWanted = wantsSecond(stored, entsoe !== null, platform.clock.now());
  const told: Told = {
    entsoe,
    hvakosterstrommen: isSecondWanted ? await askSource(run, 'hvakosterstrommen', area, date) : null,
  };
  compareSources(platform, area, date, stored, told);
  const next = await nextDay(platform, area, date, stored, told);
  try {
    if (next) await saveDay(platform, next);
    else if (stored && told.hvakosterstrommen) await noteTold(platform, stored, platform.clock.now());
  } catch (thrown) {
    // Another run was first; what it stored it also announces.
    if (thrown instanceof ServiceError && thrown.code === 'stale-write') return null;
    throw thrown;
  }
  if (next) logStored(platform, next);
  return next ?? stored;
}

/**
 * hvakosterstrommen is one hobby host. It is asked until it has told a day once, for the comparison and the exchange
 * rate; after that only where it is the only source of a stored day, and then at most once per calendar day.
 */
function wantsSecond(stored: StoredDay | null, entsoeTold: boolean, now: Instant): boolean {
  if (!stored || stored.hvakosterstrommenAt === null) return true;
  const isOnlySource = stored.source === 'hvakosterstrommen' && !entsoeTold;
  return isOnlySource && localDate(stored.hvakosterstrommenAt) !== localDate(now);
}

/** Counted and logged, not decided: ENTSO-E wins. */
function compareSources(
  platform: Platform,
  area: PriceArea,
  date: LocalDate,
  stored: StoredDay | null,
  told: Told,
): void {
  const second = told.hvakosterstrommen ?? (stored?.source === 'hvakosterstrommen' ? stored : null);
  if (!told.entsoe || !second || pricesAgree(told.entsoe.eurPerMwh, second.eurPerMwh)) return;
  platform.metrics.count('prices-disagree');
  platform.log.warn('prices-disagree', { area, date });
}

function logStored(platform: Platform, { area, date, source, revision }: StoredDay): void {
  platform.metrics.count('prices-stored');
  platform.log.info('prices-stored', { area, date, source, revision });
}
