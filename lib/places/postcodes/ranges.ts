import type { Place } from '../place.ts';
import type { PriceArea } from '../price-area.ts';
import type { TaxZone } from '../tax-zone.ts';
import { no1 } from './no1.ts';
import { no2 } from './no2.ts';
import { no3 } from './no3.ts';
import { no4NordNorge, no4Sor, no4Tiltakssone } from './no4.ts';
import { no5 } from './no5.ts';
import { split } from './split.ts';

/** Postcodes of one municipality, both ends included. Postcodes compare as text: all have four digits. */
interface PostcodeRange {
  readonly first: string;
  readonly last: string;
  readonly municipality: string;
  /** More than one where the municipality is split between price areas. */
  readonly places: readonly Place[];
}

/**
 * Every postcode that was in use in 2024, by municipality, from the public registers of Kartverket (municipalities), Bring
 * (postcodes) and NVE (price areas). A number between two postcodes of a municipality, with none of another's between, is in it.
 * No range holds Svalbard (9170–9179) or Jan Mayen (8099).
 */
export const postcodeRanges: readonly PostcodeRange[] = [
  ...whole('NO1', 'sor', no1),
  ...whole('NO2', 'sor', no2),
  ...whole('NO3', 'sor', no3),
  ...whole('NO4', 'sor', no4Sor),
  ...whole('NO4', 'nord_norge', no4NordNorge),
  ...whole('NO4', 'tiltakssone', no4Tiltakssone),
  ...whole('NO5', 'sor', no5),
  ...Object.entries(split).flatMap(([municipality, { areas, postcodes }]) =>
    ranges(
      municipality,
      postcodes,
      areas.map((area) => ({ area, taxZone: 'sor' })),
    ),
  ),
];

function whole(area: PriceArea, taxZone: TaxZone, municipalities: Readonly<Record<string, string>>) {
  return Object.entries(municipalities).flatMap(([municipality, postcodes]) =>
    ranges(municipality, postcodes, [{ area, taxZone }]),
  );
}

/** `7890-7896 7899`: ranges and single postcodes. */
function ranges(municipality: string, postcodes: string, places: readonly Place[]): PostcodeRange[] {
  return postcodes.split(' ').map((range) => {
    const [first = '', last = first] = range.split('-');
    return { first, last, municipality, places };
  });
}
