import type { Place } from './place.ts';
import { postcodeRanges } from './postcodes/ranges.ts';

/** Where a postcode lies: for certain where there is one place; the customer must be asked where there are several. */
export interface PostcodePlace {
  /** Name of the municipality, in each of its official languages. */
  readonly municipality: string;
  /** The one with the larger share of the municipality first. */
  readonly places: readonly Place[];
}

/** Null where no municipality is known to have the postcode: never a guess from its neighbours. */
export function placeOfPostcode(postcode: string): PostcodePlace | null {
  if (!/^\d{4}$/.test(postcode)) return null;
  const range = postcodeRanges.find(({ first, last }) => first <= postcode && postcode <= last);
  return range === undefined ? null : { municipality: range.municipality, places: range.places };
}
