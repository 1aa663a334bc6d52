import { isDeepStrictEqual } from 'node:util';
import { type Platform, ServiceError } from '../../platform/index.ts';
import { energyChargeAt, type GridTariff } from '../../tariffs/index.ts';
import { addDays, type LocalDate, localDate } from '../../time/index.ts';
import { knownOwner } from '../known-owner.ts';
import { noteSourceFailure } from '../note-source-failure.ts';
import { readDays, saveDays } from '../store.ts';
import { askElvia, ELVIA } from './ask-elvia.ts';
import { sinceYesterday } from './since-yesterday.ts';

/** øre/kWh. */
const SAME = 0.01;
/** An operator's word for having no key: a secret cannot be empty. */
const NO_KEY = 'none';

/**
 * Asks Elvia for today where that is missing, and for tomorrow at every run: what is told at 17:15 can be corrected by 20:15.
 * Without a key the source is left out. Throws where the store fails.
 */
export async function refreshDays(platform: Platform): Promise<void> {
  const apiKey = await apiKeyOf(platform);
  if (apiKey === null) {
    platform.log.info('tariffs-source-skipped', { source: 'digin', reason: 'no-key' });
    return;
  }
  const fetchedAt = platform.clock.now();
  const today = localDate(fetchedAt);
  const stored = (await readDays(platform, ELVIA))?.days ?? [];
  const known = sinceYesterday(stored, today);
  const told = await askForNew(platform, apiKey, today, known);
  if (told.length === 0 && known.length === stored.length) return;
  const kept = known.filter(({ from }) => !told.some((day) => day.from === from));
  const days = [...kept, ...told].sort((a, b) => (a.from < b.from ? -1 : 1));
  const isWritten = await unlessStale(saveDays(platform, ELVIA, { days, fetchedAt }));
  if (!isWritten || told.length === 0) return;
  platform.metrics.count('tariffs-stored');
  platform.log.info('tariffs-refreshed', { source: 'digin', stored: told.length });
}

/** Of today and tomorrow, the days that are not known as they are told now. */
async function askForNew(
  platform: Platform,
  apiKey: string,
  today: LocalDate,
  known: readonly GridTariff[],
): Promise<GridTariff[]> {
  const told: GridTariff[] = [];
  for (const range of ['today', 'tomorrow'] as const) {
    const date = range === 'today' ? today : addDays(today, 1);
    const before = known.find(({ from }) => from === date);
    if (before && range === 'today') continue;
    const day = await orNull(platform, apiKey, range, date);
    if (!day || isDeepStrictEqual(day, before)) continue;
    await compare(platform, day);
    told.push(day);
  }
  return told;
}

async function apiKeyOf(platform: Platform): Promise<string | null> {
  try {
    const key = await platform.secret('elvia-tariff-key');
    return key === NO_KEY ? null : key;
  } catch (thrown) {
    if (thrown instanceof ServiceError && thrown.code === 'setting-missing') return null;
    throw thrown;
  }
}

async function orNull(
  platform: Platform,
  apiKey: string,
  range: 'today' | 'tomorrow',
  date: LocalDate,
): Promise<GridTariff | null> {
  try {
    return await askElvia(platform, apiKey, range, date);
  } catch (thrown) {
    noteSourceFailure(platform, 'digin', thrown, ELVIA);
    return null;
  }
}

/** Counted and logged, not decided: the owner's own word wins. */
async function compare(platform: Platform, day: GridTariff): Promise<void> {
  const row = (await knownOwner(platform, ELVIA))?.tariffs.find(
    ({ from, until, customerGroups }) =>
      from <= day.from && (until === null || day.from < until) && customerGroups.includes('household'),
  );
  if (!row) return;
  const differing = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => {
    const [one, other] = [row, day].map(({ energy }) => energyChargeAt(energy, day.from, hour).orePerKwh);
    return Math.abs((one ?? 0) - (other ?? 0)) > SAME;
  });
  if (differing.length === 0) return;
  platform.metrics.count('tariffs-disagree');
  platform.log.warn('tariffs-disagree', { gridOwner: ELVIA, date: day.from, count: differing.length });
}

/** False where a later run was first: what it wrote is newer than this. */
async function unlessStale(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (thrown) {
    if (thrown instanceof ServiceError && thrown.code === 'stale-write') return false;
    throw thrown;
  }
}
