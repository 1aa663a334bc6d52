import type { Contract, GridOwnerChoice, Home, HomeWish, Place } from '../api/types.ts';
import { isWhole } from '../contract/contract-of.ts';
import type { ChosenGrid } from '../contract/grid-owner-field.tsx';
import { tariffAmong } from '../contract/tariff-among.ts';
import type { Words } from '../words/nb.ts';

/** A home as far as the customer has told. */
export interface HomeDraft extends ChosenGrid {
  readonly place: Place | null;
  readonly contract: Contract;
  /** What is told elsewhere, and kept. */
  readonly house: Pick<HomeWish, 'fuse' | 'houseYearlyKwh'>;
}

export function homeDraft(home: Home | null): HomeDraft {
  if (home === null) {
    return {
      place: null,
      gridOwner: undefined,
      gridTariffName: null,
      contract: { kind: 'spot', markupOrePerKwh: 0 },
      house: { fuse: null, houseYearlyKwh: null },
    };
  }
  const { area, taxZone, gridOwner, gridTariffName, contract, fuse, houseYearlyKwh } = home;
  return {
    place: { area, taxZone },
    gridOwner,
    gridTariffName,
    contract,
    house: { fuse, houseYearlyKwh },
  };
}

/**
 * The choice that is left where other grid owners are offered: the same one ("I don't know" too), the only one, or none. A
 * tariff goes with its owner, and where the owner has it no more.
 */
export function gridAmong(owners: readonly GridOwnerChoice[], chosen: ChosenGrid): ChosenGrid {
  if (chosen.gridOwner === null || owners.some(({ key }) => key === chosen.gridOwner)) {
    return tariffAmong(owners, chosen);
  }
  const [only, ...others] = owners;
  return { gridOwner: others.length === 0 ? only?.key : undefined, gridTariffName: null };
}

/** What of the home is missing, in words; '' where nothing is. */
export function missingOf({ place, gridOwner, contract }: HomeDraft, words: Words): string {
  if (place === null) return words.place.please;
  if (gridOwner === undefined) return words.place.pleaseOwner;
  return isWhole(contract) ? '' : words.place.pleaseContract;
}

/** The draft as the service takes it; null while something is missing. */
export function homeWish({ place, gridOwner, gridTariffName, contract, house }: HomeDraft): HomeWish | null {
  if (place === null || gridOwner === undefined) return null;
  return { ...place, gridOwner, gridTariffName, contract, ...house };
}
