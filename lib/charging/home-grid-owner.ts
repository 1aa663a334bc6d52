import type { PriceTerms } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { type GridOwner, shippedGridOwner } from '../tariffs/index.ts';

/** The home's grid owner with its tariffs. Null where the customer does not know it, and where nobody has the key. */
export async function homeGridOwner(
  _platform: Platform,
  { gridOwner }: Pick<PriceTerms, 'gridOwner'>,
): Promise<GridOwner | null> {
  return gridOwner === null ? null : shippedGridOwner(gridOwner);
}
