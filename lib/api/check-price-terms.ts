import type { PriceTerms } from '../homes/index.ts';
import { ServiceError } from '../platform/index.ts';
import { findPlace, type GridOwner, tariffNamesOn } from '../tariffs/index.ts';
import type { LocalDate } from '../time/index.ts';

/**
 * What is put on the home must be possible: a tax zone that the area has, an owner with homes there, one of its tariffs in
 * force. No text of the customer's own is stored. Throws `grid-owner-unknown`, `invalid-request`.
 */
export function checkPriceTerms(wanted: PriceTerms, gridOwner: GridOwner | null, date: LocalDate): void {
  const { area, taxZone, gridTariffName } = wanted;
  const { places, gridOwners } = findPlace({ area }, gridOwner === null ? [] : [gridOwner]);
  if (!places.some((place) => place.taxZone === taxZone)) {
    throw new ServiceError('invalid-request', { field: 'taxZone' });
  }
  if (wanted.gridOwner !== null && gridOwners.length === 0) {
    throw new ServiceError('grid-owner-unknown', { field: 'gridOwner' });
  }
  const names = gridOwner === null ? [] : tariffNamesOn(gridOwner, date);
  if (gridTariffName !== null && !names.includes(gridTariffName)) {
    throw new ServiceError('invalid-request', { field: 'gridTariffName' });
  }
}
