import type { Place } from '../api/types.ts';
import type { Words } from '../words/nb.ts';

/** 'Bergen: prisområde NO5, 25 % mva.'; where the municipality is not known, the area's towns. */
export function placeSentence(municipality: string | null, { area, taxZone }: Place, words: Words): string {
  return words.place.found(municipality, area, words.areas[area], words.taxZones[taxZone]);
}
