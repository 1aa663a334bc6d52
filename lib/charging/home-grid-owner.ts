import { loadGridOwner } from '../grid-owners/index.ts';
import type { PriceTerms } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import type { GridOwner } from '../tariffs/index.ts';

/** The home's grid owner with its tariffs. Null where the customer does not know it, and where nobody has the key. */
export async function homeGridOwner(
  platform: Platform,
  { gridOwner }: Pick<PriceTerms, 'gridOwner'>,
): Promise<GridOwner | null> {
  return gridOwner === null ? null : await loadGridOwner(platform, gridOwner);
}
