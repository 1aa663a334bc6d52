import type { LocalDate } from '../time/index.ts';
import type { GridOwner, GridTariff } from './grid-owner.ts';

/**
 * The household tariff of a day; null where the owner has none for households. A day outside every known span gets the newest
 * tariff before it, marked assumed. So does a day after the year in which an open-ended tariff was last read: grid tariffs
 * change at New Year, and last year's figures say nothing of this one's.
 */
export function tariffOn(
  owner: GridOwner,
  name: string | null,
  date: LocalDate,
): { readonly tariff: GridTariff; readonly assumed: boolean } | null {
  const households = owner.tariffs.filter(({ customerGroups }) => customerGroups.includes('household'));
  const inForce = households.filter(({ from, until }) => from <= date && (until === null || date < until));
  const tariff = inForce.find((row) => row.name === name) ?? inForce[0];
  if (tariff) {
    const assumed = tariff.until === null && date.slice(0, 4) > owner.readOn.slice(0, 4);
    return { tariff, assumed };
  }
  const byStart = households.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const nearest = byStart.findLast(({ from }) => from <= date) ?? byStart[0];
  return nearest ? { tariff: nearest, assumed: true } : null;
}
