import type { Place, PriceArea } from '../../lib/places/index.ts';
import { findPlace, type GridOwner, PlaceError, type PlaceErrorCode } from '../../lib/tariffs/index.ts';
import { UsageError } from '../usage-error.ts';
import type { HomeOptions } from './home-options.ts';
import { knownGridOwner } from './known-grid-owner.ts';

/** Where the home can lie, and the option that says so. */
interface Candidates {
  readonly told: string;
  readonly places: readonly Place[];
}

/** Where the home lies: --area and --tax-zone choose where something else leaves a choice. Never repeats a postcode or number. */
export function choosePlace(options: HomeOptions, owners: readonly GridOwner[]): Place {
  const { area, taxZone } = options;
  if (area && taxZone && options.postcode === undefined && options.meteringPoint === undefined)
    return { area, taxZone };
  const { told, places } = candidates(options, owners);
  if (places.length === 0)
    throw new UsageError(`${told}: does not tell the price area; give --area and --tax-zone`);
  const inArea = places.filter((place) => area === undefined || place.area === area);
  if (inArea.length === 0) throw new UsageError(`--area: is not where ${told} is (${areasOf(places)})`);
  const left = inArea.filter((place) => taxZone === undefined || place.taxZone === taxZone);
  if (left.length === 0) throw new UsageError(`--tax-zone: is not where ${told} is (${zonesOf(inArea)})`);
  const [only] = left;
  if (only && left.length === 1) return only;
  throw new UsageError(stillOpen(told, left));
}

function candidates(options: HomeOptions, owners: readonly GridOwner[]): Candidates {
  const { postcode, meteringPoint: meteringPointId, area, grid } = options;
  if (postcode !== undefined && meteringPointId !== undefined)
    throw new UsageError('--metering-point: give it or --postcode, not both');
  if (postcode !== undefined) return { told: '--postcode', places: placesOf({ postcode }, owners) };
  if (meteringPointId !== undefined)
    return { told: '--metering-point', places: placesOf({ meteringPointId }, owners) };
  if (area !== undefined) return { told: '--area', places: placesIn([area], owners) };
  if (grid !== undefined)
    return { told: '--grid', places: placesIn(knownGridOwner(grid, owners).areas, owners) };
  throw new UsageError('--postcode: is missing (or --metering-point, or --area and --tax-zone)');
}

const placeErrors = {
  'postcode-malformed': '--postcode: must be four digits',
  'postcode-unknown': '--postcode: is not known; give --area and --tax-zone',
  'metering-point-invalid':
    '--metering-point: must be the 18 digits of a metering point (målepunkt-ID), the last of which checks the others',
  'metering-point-unknown':
    '--metering-point: does not tell its grid owner; give --area, --tax-zone and --grid instead',
} as const satisfies Record<PlaceErrorCode, string>;

function placesOf(asked: Parameters<typeof findPlace>[0], owners: readonly GridOwner[]): readonly Place[] {
  try {
    return findPlace(asked, owners).places;
  } catch (error) {
    throw error instanceof PlaceError ? new UsageError(placeErrors[error.code]) : error;
  }
}

function placesIn(areas: readonly PriceArea[], owners: readonly GridOwner[]): Place[] {
  return areas.flatMap((area) => findPlace({ area }, owners).places);
}

function stillOpen(told: string, left: readonly Place[]): string {
  const isAreaOpen = new Set(left.map(({ area }) => area)).size > 1;
  return isAreaOpen
    ? `${told}: can be in ${areasOf(left).replaceAll(', ', ' or ')}; give --area (and --tax-zone)`
    : `--tax-zone: is needed in ${areasOf(left)} (${zonesOf(left)})`;
}

function areasOf(places: readonly Place[]): string {
  return [...new Set(places.map(({ area }) => area))].join(', ');
}

function zonesOf(places: readonly Place[]): string {
  return [...new Set(places.map(({ taxZone }) => taxZone))].join(', ');
}
