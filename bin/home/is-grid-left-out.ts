import type { Home } from './find-home.ts';

/** Whether the grid owner has no tariff for households: then there is no rate to assume. */
export function isGridLeftOut({ gridOwner }: Pick<Home, 'gridOwner'>): boolean {
  return !gridOwner.tariffs.some(({ customerGroups }) => customerGroups.includes('household'));
}
