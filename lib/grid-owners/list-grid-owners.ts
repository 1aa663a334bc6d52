import type { Platform } from '../platform/index.ts';
import { type GridOwner, shippedGridOwners } from '../tariffs/index.ts';
import { ELVIA } from './digin/ask-elvia.ts';
import { newerOf } from './known-owner.ts';
import { ownDays, withDays } from './load-grid-owner.ts';
import { readOwners } from './store.ts';

/** All grid owners, each as `loadGridOwner` would tell it, sorted by name. Throws where the store cannot be read. */
export async function listGridOwners(platform: Platform): Promise<readonly GridOwner[]> {
  const [stored, days] = await Promise.all([readOwners(platform), ownDays(platform)]);
  const shipped = new Map(shippedGridOwners().map((owner) => [owner.key, owner]));
  return [...new Set([...shipped.keys(), ...stored.keys()])]
    .flatMap((key) => newerOf(stored.get(key) ?? null, shipped.get(key) ?? null) ?? [])
    .map((owner) => (owner.key === ELVIA ? withDays(owner, days) : owner))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
}
