import type { GridOwnerChoice, Home } from '../api/types.ts';

/** The choices, and among them the grid owner that is stored, whether or not the list has come, or still has it. */
export function ownersWith(owners: readonly GridOwnerChoice[], home: Home): readonly GridOwnerChoice[] {
  const { gridOwner: key, gridOwnerName, gridTariffName } = home;
  if (key === null || owners.some((owner) => owner.key === key)) return owners;
  return [
    { key, name: gridOwnerName ?? key, tariffNames: gridTariffName ? [gridTariffName] : [] },
    ...owners,
  ];
}
