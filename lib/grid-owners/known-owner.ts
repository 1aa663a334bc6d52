import type { Platform } from '../platform/index.ts';
import { type GridOwner, shippedGridOwner } from '../tariffs/index.ts';
import { readOwner } from './store.ts';

/** The owner by the newer of what was stored from the open repository and what this release shipped with. */
export async function knownOwner(platform: Platform, key: string): Promise<GridOwner | null> {
  return newerOf((await readOwner(platform, key))?.owner ?? null, shippedGridOwner(key));
}

/** Price areas are in no file of the repository: they come from the shipped owner. */
export function newerOf(stored: GridOwner | null, shipped: GridOwner | null): GridOwner | null {
  if (!stored || (shipped && stored.readOn <= shipped.readOn)) return shipped;
  return { ...stored, areas: shipped?.areas ?? [] };
}
