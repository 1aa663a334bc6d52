import type { Platform } from '../platform/index.ts';
import { catalogueReadOn, type GridOwner, shippedGridOwner } from '../tariffs/index.ts';
import { localDate } from '../time/index.ts';
import { readOwner, type StoredOwner } from './store.ts';

/** The owner by the newer of what was stored from the open repository and what this release shipped with. */
export async function knownOwner(platform: Platform, key: string): Promise<GridOwner | null> {
  return newerOf(await readOwner(platform, key), shippedGridOwner(key));
}

/**
 * Price areas are in no file of the repository: they come from the shipped owner. A file says when its figures were last
 * checked; when this release's catalogue was read, all of the repository was taken for checked.
 */
export function newerOf(stored: StoredOwner | null, shipped: GridOwner | null): GridOwner | null {
  if (!stored || (shipped && localDate(stored.fetchedAt) <= shipped.readOn)) return shipped;
  const { owner } = stored;
  const isCheckedLater = owner.readOn > catalogueReadOn;
  return { ...owner, readOn: isCheckedLater ? owner.readOn : catalogueReadOn, areas: shipped?.areas ?? [] };
}
