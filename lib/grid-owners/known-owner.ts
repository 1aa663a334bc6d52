import type { Platform } from '../platform/index.ts';
import { catalogueReadOn, type GridOwner, shippedGridOwner } from '../tariffs/index.ts';
import { type LocalDate, localDate } from '../time/index.ts';
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
  if (!stored) return shipped;
  const fetchedOn = localDate(stored.fetchedAt);
  if (shipped && fetchedOn <= shipped.readOn) return shipped;
  // What a file says was checked after it was fetched is a slip of the pen.
  const checkedOn = earlier(stored.owner.readOn, fetchedOn);
  const isCheckedLater = checkedOn > catalogueReadOn;
  const readOn = isCheckedLater ? checkedOn : catalogueReadOn;
  return { ...stored.owner, readOn, areas: shipped?.areas ?? [] };
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
