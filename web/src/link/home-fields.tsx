import { useState } from 'preact/hooks';
import type { GridOwnerChoice, Home } from '../api/types.ts';
import { ContractFields } from '../contract/contract-fields.tsx';
import { GridOwnerField } from '../contract/grid-owner-field.tsx';
import { ownersWith } from '../contract/owners-with.ts';
import { PlaceField } from '../place/place-field.tsx';
import { gridAmong, type HomeDraft } from './home-draft.ts';

interface Props {
  /** As it is stored, or null before there is one. */
  readonly home: Home | null;
  readonly draft: HomeDraft;
  readonly change: (change: (draft: HomeDraft) => HomeDraft) => void;
}

/** Where home is; and once that is told, who owns the grid there and what the power costs. */
export function HomeFields({ home, draft, change }: Props) {
  const [offered, setOffered] = useState<readonly GridOwnerChoice[]>([]);
  const isStoredPlace = home?.area === draft.place?.area && home?.taxZone === draft.place?.taxZone;
  const owners = home && isStoredPlace ? ownersWith(offered, home) : offered;
  const offer = (gridOwners: readonly GridOwnerChoice[]) => {
    setOffered(gridOwners);
    change((before) => ({ ...before, ...gridAmong(gridOwners, before) }));
  };
  return (
    <>
      <PlaceField
        place={draft.place}
        choose={(place) => change((before) => ({ ...before, place }))}
        offer={offer}
      />
      {draft.place && (
        <>
          <GridOwnerField
            owners={owners}
            chosen={draft}
            choose={(chosen) => change((before) => ({ ...before, ...chosen }))}
          />
          <ContractFields
            contract={draft.contract}
            taxZone={draft.place.taxZone}
            change={(contract) => change((before) => ({ ...before, contract }))}
          />
        </>
      )}
    </>
  );
}
