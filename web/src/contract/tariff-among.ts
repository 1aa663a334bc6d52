import type { GridOwnerChoice } from '../api/types.ts';
import type { ChosenGrid } from './grid-owner-field.tsx';

/** What was chosen, without the name of a tariff that its grid owner no longer offers: the service would refuse the rest with it. */
export function tariffAmong<T extends ChosenGrid>(owners: readonly GridOwnerChoice[], chosen: T): T {
  const owner = owners.find(({ key }) => key === chosen.gridOwner);
  if (!owner || chosen.gridTariffName === null) return chosen;
  return owner.tariffNames.includes(chosen.gridTariffName) ? chosen : { ...chosen, gridTariffName: null };
}
