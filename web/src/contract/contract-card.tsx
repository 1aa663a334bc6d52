import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Contract, Home, HomeWish } from '../api/types.ts';
import { homeWishOf } from '../home/home-wish-of.ts';
import { placeSentence } from '../place/place-sentence.ts';
import { usePlace } from '../place/use-place.ts';
import { SaveNote } from '../save/save-note.tsx';
import { useSaving } from '../save/use-saving.ts';
import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';
import { ContractFields } from './contract-fields.tsx';
import { isWhole } from './contract-of.ts';
import { contractSentence } from './contract-sentence.ts';
import { type ChosenGrid, GridOwnerField } from './grid-owner-field.tsx';
import { ownersWith } from './owners-with.ts';
import { tariffAmong } from './tariff-among.ts';

/** Long enough to finish writing a price, short enough to feel saved. */
const REST_MS = 700;

interface Props {
  readonly home: Home;
  readonly refresh: () => Promise<void>;
}

/** What the customer pays, and to whom: it can change without the home moving. */
export function ContractCard({ home, refresh }: Props) {
  const { words, format } = useSpeech();
  const { lookup, ask } = usePlace();
  const owners = ownersWith(lookup.kind === 'found' ? lookup.found.gridOwners : [], home);
  const save = async (wish: HomeWish) => {
    await api.putHome(wish);
    await refresh();
  };
  const { area, taxZone } = home;
  const saving = useSaving<HomeWish>(homeWishOf(home), save, REST_MS);
  /** A contract whose price is not written yet is shown, and saved once it is; until then the last whole one holds. */
  const [unfinished, setUnfinished] = useState<Contract | null>(null);
  const changeGrid = (grid: ChosenGrid) =>
    saving.change({ ...saving.value, ...grid, gridOwner: grid.gridOwner ?? null });
  const changeContract = (changed: Contract) => {
    const isFinished = isWhole(changed);
    setUnfinished(isFinished ? null : changed);
    if (isFinished) saving.change({ ...tariffAmong(owners, saving.value), contract: changed });
  };
  const undo = () => {
    setUnfinished(null);
    saving.undo();
  };
  const owner = owners.find(({ key }) => key === saving.value.gridOwner)?.name;
  const agreed = contractSentence(saving.value.contract, taxZone, words, format);
  return (
    <section class="card" aria-labelledby="contract" data-testid="contract">
      <h2 id="contract">{words.contract.heading}</h2>
      <div>
        <p data-testid="contract-now">{agreed}</p>
        <p>{words.contract.ownerLine(owner)}</p>
        <p class="hint">{placeSentence(null, home, words)}</p>
      </div>
      {/* Who owns the grid around here is asked only when somebody means to change it. */}
      <details onToggle={(event) => event.currentTarget.open && void ask({ area })}>
        <summary data-testid="contract-change">{words.contract.change}</summary>
        <div class="card-fields">
          <GridOwnerField
            owners={owners}
            chosen={tariffAmong(owners, saving.value)}
            {...(lookup.kind === 'failed' ? { problem: problemSentence(lookup.failure, words) } : {})}
            choose={changeGrid}
          />
          <ContractFields
            contract={unfinished ?? saving.value.contract}
            taxZone={taxZone}
            change={changeContract}
          />
          <p class="error" role="status" data-testid="contract-unfinished">
            {unfinished?.kind === 'fixed' && words.place.pleaseContract}
          </p>
        </div>
      </details>
      <SaveNote
        saving={{ ...saving, undo }}
        saved={words.contract.saved(agreed, owner ?? words.contract.ownerUnknown)}
        undone={words.save.undone}
      />
    </section>
  );
}
