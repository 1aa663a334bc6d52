import { gridOwnerOfMeteringPoint, type Place } from '../../lib/places/index.ts';
import { findPlace, type GridOwner } from '../../lib/tariffs/index.ts';
import { UsageError } from '../usage-error.ts';
import type { HomeOptions } from './home-options.ts';
import { knownGridOwner } from './known-grid-owner.ts';

/** Who owns the grid at the home: as given, as the metering point tells, or the only one there. */
export function chooseGridOwner(
  { grid, meteringPoint }: HomeOptions,
  { area }: Place,
  owners: readonly GridOwner[],
): GridOwner {
  if (grid !== undefined) return knownGridOwner(grid, owners);
  const told = meteringPoint === undefined ? null : gridOwnerOfMeteringPoint(meteringPoint);
  const toldOwner = owners.find(({ key }) => key === told);
  if (toldOwner) return toldOwner;
  const keys = findPlace({ area }, owners).gridOwners;
  const [only, ...others] = owners.filter(({ key }) => keys.includes(key));
  if (only && others.length === 0) return only;
  throw new UsageError(`--grid: is missing; in ${area} it is one of ${keys.join(', ')}`);
}
