import { type Platform, ServiceError } from '../platform/index.ts';
import { markAnnounced, type StoredDay } from './store.ts';

/**
 * Announces the stored revision unless it was. Storing, announcing and noting it are three steps: who dies in between
 * leaves `announcedRevision` behind, and the next run announces. At least once, never lost.
 */
export async function announceDay(platform: Platform, day: StoredDay): Promise<void> {
  const { area, date, revision } = day;
  if (day.announcedRevision >= revision) return;
  await platform.announce('PricesAnnounced', { area, date, revision });
  try {
    await markAnnounced(platform, day);
  } catch (thrown) {
    // Another run has noted this revision or a later one.
    if (!(thrown instanceof ServiceError && thrown.code === 'stale-write')) throw thrown;
  }
}
