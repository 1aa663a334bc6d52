import type { Platform } from '../platform/index.ts';
import { type GridOwner, shippedGridOwner } from '../tariffs/index.ts';
import { type LocalDate, localDate } from '../time/index.ts';
import { readOwner, type StoredOwner } from './store.ts';

/** The owner by the newer of what was stored from the open repository and what this release shipped with. */
export async function knownOwner(platform: Platform, key: string): Promise<GridOwner | null> {
  return newerOf(await readOwner(platform, key), shippedGridOwner(key));
}

/**
 * A file fetched after the shipped figures were checked has seen that check too. Price areas are in no file of the repository:
 * they come from the shipped owner.
 */
export function newerOf(stored: StoredOwner | null, shipped: GridOwner | null): GridOwner | null {
  if (!stored) return shipped;
  const fetchedOn = localDate(stored.fetchedAt);
  if (shipped && fetchedOn <= shipped.checkedOn) return shipped;
  // What a file says was checked after it was fetched is a slip of the pen.
  const checkedOn = earlier(stored.owner.checkedOn, fetchedOn);
  return { ...stored.owner, checkedOn, areas: shipped?.areas ?? [] };
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
