import type * as z from 'zod';
import { ServiceError } from '../../platform/index.ts';
import {
  findPlace,
  type GridOwner,
  PlaceError,
  type PlaceErrorCode,
  tariffNamesOn,
} from '../../tariffs/index.ts';
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
export function placeFound(asked: PlaceAsked, { gridOwners, date }: Known): PlaceFound {
  const found = toldToApp(() => findPlace(theOne(asked), gridOwners));
  const byKey = new Map(gridOwners.map((owner) => [owner.key, owner]));
  return {
    municipality: found.municipality,
    places: found.places.map(({ area, taxZone }) => ({ area, taxZone })),
    gridOwners: found.gridOwners.flatMap((key) => {
      const owner = byKey.get(key);
      return owner ? [{ key, name: owner.name, tariffNames: tariffNamesOn(owner, date) }] : [];
    }),
  };
}

/** The contract has let exactly one through. */
function theOne({ postcode, meteringPointId, area }: PlaceAsked): Parameters<typeof findPlace>[0] {
  if (postcode !== undefined) return { postcode };
  if (meteringPointId !== undefined) return { meteringPointId };
  if (area !== undefined) return { area };
  throw new ServiceError('invalid-request', { field: 'postcode' });
}

const problems = {
  'postcode-malformed': ['invalid-request', 'postcode'],
  'postcode-unknown': ['postcode-unknown', 'postcode'],
  'metering-point-invalid': ['metering-point-invalid', 'meteringPointId'],
  'metering-point-unknown': ['metering-point-unknown', 'meteringPointId'],
} as const satisfies Record<PlaceErrorCode, unknown>;

function toldToApp<T>(find: () => T): T {
  try {
    return find();
  } catch (thrown) {
    if (!(thrown instanceof PlaceError)) throw thrown;
    const [code, field] = problems[thrown.code];
    throw new ServiceError(code, { field });
  }
}
