import type { Platform } from '../platform/index.ts';
import type { GridOwner, GridTariff } from '../tariffs/index.ts';
import { localDate } from '../time/index.ts';
import { ELVIA } from './digin/ask-elvia.ts';
import { sinceYesterday } from './digin/since-yesterday.ts';
import { isGridOwnerKey } from './grid-owner-key.ts';
import { knownOwner } from './known-owner.ts';
import { readDays } from './store.ts';

/**
 * A grid owner by the best that is known of it: its own word for single days first, then the open repository or the shipped
 * catalogue, whichever is newer. Null for a key that nobody has. Throws where the store cannot be read.
 */
export async function loadGridOwner(platform: Platform, key: string): Promise<GridOwner | null> {
  if (!isGridOwnerKey(key)) return null;
  const [owner, days] = await Promise.all([
    knownOwner(platform, key),
    key === ELVIA ? ownDays(platform) : [],
  ]);
  return owner && withDays(owner, days);
}

/** Tariffs of single days as Elvia itself told them, from yesterday on. */
export async function ownDays(platform: Platform): Promise<readonly GridTariff[]> {
  const days = (await readDays(platform, ELVIA))?.days ?? [];
  return sinceYesterday(days, localDate(platform.clock.now()));
}

export function withDays(owner: GridOwner, ownDays: readonly GridTariff[]): GridOwner {
  return { ...owner, ownDays };
}
