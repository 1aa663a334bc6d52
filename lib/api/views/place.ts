import type * as z from 'zod';
import {
  gridOwnerOfMeteringPoint,
  isMeteringPointId,
  type Place,
  placeOfPostcode,
} from '../../places/index.ts';
import { ServiceError } from '../../platform/index.ts';
import type { GridOwner } from '../../tariffs/index.ts';
import type { findPlaceContract } from '../contracts/find-place.ts';

type PlaceAsked = z.infer<NonNullable<typeof findPlaceContract.body>>;
type PlaceFound = z.infer<typeof findPlaceContract.answer>;

/** Where the home lies and who may own its grid. Throws `postcode-unknown`, `metering-point-invalid`, `metering-point-unknown`. */
export function placeFound(asked: PlaceAsked, gridOwners: readonly GridOwner[]): PlaceFound {
  if ('postcode' in asked) return byPostcode(asked.postcode, gridOwners);
  if ('meteringPointId' in asked) return byMeteringPoint(asked.meteringPointId, gridOwners);
  return found(null, placesIn(asked.area), gridOwners);
}

function byPostcode(postcode: string, gridOwners: readonly GridOwner[]): PlaceFound {
  const place = placeOfPostcode(postcode);
  if (place === null) throw new ServiceError('postcode-unknown', { field: 'postcode' });
  return found(place.municipality, place.places, gridOwners);
}

/** The number tells the grid owner, and that one where it has customers: often one place. */
function byMeteringPoint(id: string, gridOwners: readonly GridOwner[]): PlaceFound {
  const field = 'meteringPointId';
  if (!isMeteringPointId(id)) throw new ServiceError('metering-point-invalid', { field });
  const key = gridOwnerOfMeteringPoint(id);
  const owner = gridOwners.find((one) => one.key === key);
  if (owner === undefined) throw new ServiceError('metering-point-unknown', { field });
  return found(null, owner.areas.flatMap(placesIn), [owner]);
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
  gridOwners: readonly GridOwner[],
): PlaceFound {
  const areas = new Set(places.map(({ area }) => area));
  const there = gridOwners.filter(
    (owner) => owner.areas.length === 0 || owner.areas.some((area) => areas.has(area)),
  );
  return {
    municipality,
    places: [...places],
    gridOwners: there
      .map((owner) => ({ key: owner.key, name: owner.name, tariffNames: tariffNames(owner) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
  };
}

function tariffNames({ tariffs }: GridOwner): string[] {
  const household = tariffs.filter(({ customerGroups }) => customerGroups.includes('household'));
  return [...new Set(household.flatMap(({ name }) => (name === null ? [] : [name])))];
}
