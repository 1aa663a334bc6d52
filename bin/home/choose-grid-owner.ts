import { gridOwnerOfMeteringPoint, type Place, type PriceArea } from '../../lib/places/index.ts';
import type { GridOwner } from '../../lib/tariffs/index.ts';
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
  const possible = ownersIn(area, owners);
  const [only] = possible;
  if (only && possible.length === 1) return only;
  const keys = possible.map(({ key }) => key).join(', ');
  throw new UsageError(`--grid: is missing; in ${area} it is one of ${keys}`);
}

/** Those with a tariff for homes; those whose price areas are not known last. */
function ownersIn(area: PriceArea, owners: readonly GridOwner[]): GridOwner[] {
  const ofHomes = owners.filter(({ tariffs }) =>
    tariffs.some(({ customerGroups }) => customerGroups.includes('household')),
  );
  return [
    ...ofHomes.filter(({ areas }) => areas.includes(area)),
    ...ofHomes.filter(({ areas }) => areas.length === 0),
  ];
}
