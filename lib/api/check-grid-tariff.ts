import type { PriceTerms } from '../homes/index.ts';
import { ServiceError } from '../platform/index.ts';
import type { GridOwner } from '../tariffs/index.ts';

/**
 * What is put on the home must be a tariff that somebody has: no text of the customer's own is stored. Throws
 * `grid-owner-unknown`, `invalid-request`.
 */
export function checkGridTariff(wanted: PriceTerms, gridOwner: GridOwner | null): void {
  if (wanted.gridOwner !== null && gridOwner === null) {
    throw new ServiceError('grid-owner-unknown', { field: 'gridOwner' });
  }
  const { gridTariffName } = wanted;
  const isOwners = gridOwner?.tariffs.some(({ name }) => name === gridTariffName) ?? false;
  if (gridTariffName !== null && !isOwners)
    throw new ServiceError('invalid-request', { field: 'gridTariffName' });
}
