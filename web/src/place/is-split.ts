import type { Place } from '../api/types.ts';

/** Whether it lies in more than one price area, so that also its grid owners are of more than one. */
export function isSplit(places: readonly Place[]): boolean {
  return places.some(({ area }) => area !== places[0]?.area);
}
