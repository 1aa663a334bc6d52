import { type ErrorCode, type Platform, ServiceError } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';
import { inLanes } from '../in-lanes.ts';
import { noteSourceFailure } from '../note-source-failure.ts';
import { readOwners, type StoredOwner, saveOwner } from '../store.ts';
import { warningsOf } from '../warnings-of.ts';
import { fetchFile } from './fetch-file.ts';
import { type ListedFile, listFiles } from './list-files.ts';
import { readFriNettleieFile } from './read-file.ts';
import { TariffFileError } from './tariff-file-error.ts';

/** Files read at once: it is somebody's gift. */
const LANES = 4;
/** No file is begun after this, so that the run ends by itself and can say what it left. */
const BEGIN_WITHIN_MS = 90_000;

/** After these nothing but time or an operator will make the source answer. */
const closingCodes: ReadonlySet<ErrorCode> = new Set(['rate-limited', 'misconfigured', 'setting-missing']);

/** `left`: for the next run, as the source has closed or time is up. */
type Outcome = 'stored' | 'refused' | 'failed' | 'left' | 'not-stored';

interface Run {
  readonly platform: Platform;
  readonly endAt: Instant;
  isClosed: boolean;
}

/**
 * Reads the files of the open repository that are not the stored ones. A file that is refused, fails or has left the
 * repository leaves the last good version as it is. Throws `unexpected` (retryable), after all files, where the store failed.
 */
export async function refreshFiles(platform: Platform): Promise<void> {
  const stored = await readOwners(platform);
  const files = await orSilent(platform, () => listFiles(platform));
  if (!files) return;
  const changed = files.filter(({ key, sha }) => stored.get(key)?.sha !== sha);
  const run: Run = { platform, endAt: platform.clock.now() + BEGIN_WITHIN_MS, isClosed: false };
  const outcomes = await inLanes(LANES, changed, (file) => refreshFile(run, file));
  const countOf = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  platform.log.info('tariffs-refreshed', {
    source: 'fri-nettleie',
    found: files.length,
    unchanged: files.length - changed.length,
    stored: countOf('stored'),
    refused: countOf('refused'),
    missing: countOf('failed') + countOf('left') + countOf('not-stored'),
  });
  if (outcomes.includes('not-stored')) throw new ServiceError('unexpected', { retryable: true });
}

async function orSilent<Result>(platform: Platform, ask: () => Promise<Result>): Promise<Result | null> {
  try {
    return await ask();
  } catch (thrown) {
    noteSourceFailure(platform, 'fri-nettleie', thrown);
    return null;
  }
}

async function refreshFile(run: Run, file: ListedFile): Promise<Outcome> {
  const { platform } = run;
  const fetchedAt = platform.clock.now();
  if (run.isClosed || fetchedAt >= run.endAt) return 'left';
  const text = await orClosing(run, file);
  if (text === null) return 'failed';
  const owner = readOrRefuse(platform, file, text);
  return owner === null ? 'refused' : keep(platform, { owner, sha: file.sha, fetchedAt });
}

async function orClosing(run: Run, file: ListedFile): Promise<string | null> {
  try {
    return await fetchFile(run.platform, file);
  } catch (thrown) {
    if (thrown instanceof ServiceError && closingCodes.has(thrown.code)) run.isClosed = true;
    noteSourceFailure(run.platform, 'fri-nettleie', thrown, file.key);
    return null;
  }
}

function readOrRefuse(platform: Platform, { key }: ListedFile, text: string): StoredOwner['owner'] | null {
  try {
    return readFriNettleieFile(key, text);
  } catch (thrown) {
    platform.metrics.count('tariffs-file-refused');
    if (thrown instanceof TariffFileError) {
      const { code, line } = thrown;
      platform.log.warn('tariffs-file-refused', { source: 'fri-nettleie', gridOwner: key, line, code });
    } else {
      platform.log.error('tariffs-file-refused', thrown, { source: 'fri-nettleie', gridOwner: key });
    }
    return null;
  }
}

async function keep(platform: Platform, stored: StoredOwner): Promise<Outcome> {
  const gridOwner = stored.owner.key;
  try {
    await saveOwner(platform, stored);
  } catch (thrown) {
    // A later run was first: what it wrote is newer than this.
    if (thrown instanceof ServiceError && thrown.code === 'stale-write') return 'left';
    platform.log.error('tariffs-not-stored', thrown, { gridOwner });
    return 'not-stored';
  }
  platform.metrics.count('tariffs-stored');
  for (const { code } of warningsOf(stored.owner)) platform.log.info('tariffs-odd', { gridOwner, code });
  return 'stored';
}
