import {
  gridOwnerOfMeteringPoint,
  isMeteringPointId,
  type Place,
  type PriceArea,
  placeOfPostcode,
} from '../places/index.ts';
import type { GridOwner } from './grid-owner.ts';

/** What a customer need not be asked. */
export interface FoundPlace {
  /** One: certain. Several: the customer must be asked, the likelier first where that is known. */
  readonly places: readonly Place[];
  /** Keys of the grid owners it can be, those whose price areas are not known last; one where the metering point tells. */
  readonly gridOwners: readonly string[];
  /** Of the postcode; null where it was not that. */
  readonly municipality: string | null;
}

export type PlaceErrorCode =
  | 'postcode-malformed'
  | 'postcode-unknown'
  | 'metering-point-invalid'
  | 'metering-point-unknown';

/** No place. The message is the code: what was asked is never repeated. */
export class PlaceError extends Error {
  override readonly name = 'PlaceError';
  readonly code: PlaceErrorCode;

  constructor(code: PlaceErrorCode) {
    super(code);
    this.code = code;
  }
}

/**
 * Price area, tax zone and grid owner of a home, from its postcode or its metering point, or as far as the price area alone
 * tells. The first two say where somebody lives: they are used here, once, and are stored, logged and repeated nowhere. Throws PlaceError.
 */
export function findPlace(
  asked: { readonly postcode: string } | { readonly meteringPointId: string } | { readonly area: PriceArea },
  owners: readonly GridOwner[],
): FoundPlace {
  if ('area' in asked) return byArea(asked.area, owners);
  return 'postcode' in asked
    ? byPostcode(asked.postcode, owners)
    : byMeteringPoint(asked.meteringPointId, owners);
}

/** In NO4 three tax zones meet, as three municipalities of Trøndelag lie there too. */
function byArea(area: PriceArea, owners: readonly GridOwner[]): FoundPlace {
  const zones = area === 'NO4' ? (['nord_norge', 'tiltakssone', 'sor'] as const) : (['sor'] as const);
  const places = zones.map((taxZone): Place => ({ area, taxZone }));
  return { places, gridOwners: ownersIn([area], owners), municipality: null };
}

function byPostcode(postcode: string, owners: readonly GridOwner[]): FoundPlace {
  if (!/^\d{4}$/.test(postcode)) throw new PlaceError('postcode-malformed');
  const found = placeOfPostcode(postcode);
  if (found === null) throw new PlaceError('postcode-unknown');
  const areas = found.places.map(({ area }) => area);
  return { ...found, gridOwners: ownersIn(areas, owners) };
}

function byMeteringPoint(id: string, owners: readonly GridOwner[]): FoundPlace {
  if (!isMeteringPointId(id)) throw new PlaceError('metering-point-invalid');
  const key = gridOwnerOfMeteringPoint(id);
  const owner = owners.find((one) => one.key === key);
  if (owner === undefined || owner.areas.length === 0) throw new PlaceError('metering-point-unknown');
  // Every owner whose metering points are known is south of Nordland, where nobody is spared a tax.
  const places = owner.areas.map((area): Place => ({ area, taxZone: 'sor' }));
  return { places, gridOwners: [owner.key], municipality: null };
}

/** Owners without a tariff for homes (one is for cabins alone) are no answer. */
function ownersIn(areas: readonly PriceArea[], owners: readonly GridOwner[]): string[] {
  const ofHomes = owners.filter(({ tariffs }) =>
    tariffs.some(({ customerGroups }) => customerGroups.includes('household')),
  );
  const here = ofHomes.filter((owner) => owner.areas.some((area) => areas.includes(area)));
  const anywhere = ofHomes.filter((owner) => owner.areas.length === 0);
  return [...here, ...anywhere].map(({ key }) => key);
}
