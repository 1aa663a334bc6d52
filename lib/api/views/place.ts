import type * as z from 'zod';
import {
  gridOwnerOfMeteringPoint,
  isMeteringPointId,
  type Place,
  placeOfPostcode,
} from '../../places/index.ts';
import { ServiceError } from '../../platform/index.ts';
import type { GridOwner } from '../../tariffs/index.ts';
import type { LocalDate } from '../../time/index.ts';
import type { findPlaceContract } from '../contracts/find-place.ts';

type PlaceAsked = z.infer<NonNullable<typeof findPlaceContract.body>>;
type PlaceFound = z.infer<typeof findPlaceContract.answer>;

interface Known {
  readonly gridOwners: readonly GridOwner[];
  /** Today: an owner's former tariffs are no choice. */
  readonly date: LocalDate;
}

/** Where the home lies and who may own its grid. Throws `postcode-unknown`, `metering-point-invalid`, `metering-point-unknown`. */
export function placeFound(asked: PlaceAsked, known: Known): PlaceFound {
  const { postcode, meteringPointId, area } = asked;
  if (postcode !== undefined) return byPostcode(postcode, known);
  if (meteringPointId !== undefined) return byMeteringPoint(meteringPointId, known);
  return found(null, area === undefined ? [] : placesIn(area), known);
}

function byPostcode(postcode: string, known: Known): PlaceFound {
  const place = placeOfPostcode(postcode);
  if (place === null) throw new ServiceError('postcode-unknown', { field: 'postcode' });
  return found(place.municipality, place.places, known);
}

/** The number tells the grid owner, and that one where it has customers: often one place. */
function byMeteringPoint(id: string, known: Known): PlaceFound {
  const field = 'meteringPointId';
  if (!isMeteringPointId(id)) throw new ServiceError('metering-point-invalid', { field });
  const key = gridOwnerOfMeteringPoint(id);
  const owner = known.gridOwners.find((one) => one.key === key);
  if (owner === undefined) throw new ServiceError('metering-point-unknown', { field });
  return found(null, owner.areas.flatMap(placesIn), { ...known, gridOwners: [owner] });
}

/** Three tax zones meet in NO4: the price area alone does not tell which. Three municipalities of Trøndelag lie there too. */
function placesIn(area: Place['area']): Place[] {
  const zones = area === 'NO4' ? (['nord_norge', 'tiltakssone', 'sor'] as const) : (['sor'] as const);
  return zones.map((taxZone) => ({ area, taxZone }));
}

/** Owners whose areas nobody has told may be anywhere. */
function found(
  municipality: string | null,
  places: readonly Place[],
  { gridOwners, date }: Known,
): PlaceFound {
  const areas = new Set(places.map(({ area }) => area));
  const there = gridOwners.filter(
    (owner) => owner.areas.length === 0 || owner.areas.some((area) => areas.has(area)),
  );
  return {
    municipality,
    places: [...places],
    gridOwners: there
      .map((owner) => ({ key: owner.key, name: owner.name, tariffNames: tariffNamesOn(owner, date) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
  };
}

/** Of the household tariffs in force; one name is no choice. */
function tariffNamesOn({ tariffs }: GridOwner, date: LocalDate): string[] {
  const inForce = tariffs.filter(
    ({ customerGroups, from, until }) =>
      customerGroups.includes('household') && from <= date && (until === null || date < until),
  );
  return [...new Set(inForce.flatMap(({ name }) => (name === null ? [] : [name])))];
}
