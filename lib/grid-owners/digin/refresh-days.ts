import { type Platform, ServiceError } from '../../platform/index.ts';
import { energyChargeAt, type GridTariff } from '../../tariffs/index.ts';
import { addDays, type LocalDate, localDate } from '../../time/index.ts';
import { knownOwner } from '../known-owner.ts';
import { noteSourceFailure } from '../note-source-failure.ts';
import { readDays, saveDays } from '../store.ts';
import { askElvia, ELVIA } from './ask-elvia.ts';

/** øre/kWh. */
const SAME = 0.01;
/** An operator's word for having no key: a secret cannot be empty. */
const NO_KEY = 'none';

/**
 * Asks Elvia for what is missing of today and tomorrow: one call a day is what the API is meant for. Days before yesterday
 * go. Without a key the source is left out. Throws where the store fails.
 */
export async function refreshDays(platform: Platform): Promise<void> {
  const apiKey = await apiKeyOf(platform);
  if (apiKey === null) {
    platform.log.info('tariffs-source-skipped', { source: 'digin', reason: 'no-key' });
    return;
  }
  const fetchedAt = platform.clock.now();
  const today = localDate(fetchedAt);
  const known = (await readDays(platform, ELVIA))?.days ?? [];
  const asked = { today, tomorrow: addDays(today, 1) };
  const told: GridTariff[] = [];
  for (const range of ['today', 'tomorrow'] as const) {
    if (known.some(({ from }) => from === asked[range])) continue;
    const day = await orNull(platform, apiKey, range, asked[range]);
    if (day) told.push(day);
  }
  if (told.length === 0) return;
  for (const day of told) await compare(platform, day);
  const kept = known.filter(({ from }) => from >= addDays(today, -1));
  const days = [...kept, ...told].sort((a, b) => (a.from < b.from ? -1 : 1));
  await unlessStale(saveDays(platform, ELVIA, { days, fetchedAt }));
  platform.metrics.count('tariffs-stored');
  platform.log.info('tariffs-refreshed', { source: 'digin', stored: told.length });
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

async function unlessStale(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (thrown) {
    if (!(thrown instanceof ServiceError && thrown.code === 'stale-write')) throw thrown;
  }
}
