import { findPlace } from '../../lib/tariffs/index.ts';
import type { Home } from './find-home.ts';
import { isGridLeftOut } from './is-grid-left-out.ts';

/** What a person should know of a home that is priced as told, though there can be none like it; a line each. */
export function homeNotes(home: Home): string[] {
  const { area, taxZone, gridOwner } = home;
  const { places, gridOwners } = findPlace({ area }, [gridOwner]);
  const isZoneThere = places.some((place) => place.taxZone === taxZone);
  return [
    ...(isZoneThere ? [] : [`No home in ${area} is in tax zone ${taxZone}.`]),
    ...(gridOwners.length > 0 ? [] : [aboutOwner(home)]),
  ];
}

function aboutOwner(home: Home): string {
  const { name } = home.gridOwner;
  return isGridLeftOut(home)
    ? `${name} has no household tariff: the grid part is left out.`
    : `${name} has no customers in ${home.area}.`;
}
