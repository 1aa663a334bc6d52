import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Home, HomeWish } from '../api/types.ts';
import { placeSentence } from '../place/place-sentence.ts';
import { usePlace } from '../place/use-place.ts';
import { SaveNote } from '../save/save-note.tsx';
import { useSaving } from '../save/use-saving.ts';
import { problemSentence } from '../words/problem-sentence.ts';
import { useSpeech } from '../words/words-context.ts';
import { ContractFields } from './contract-fields.tsx';
import { isWhole } from './contract-of.ts';
import { contractSentence } from './contract-sentence.ts';
import { GridOwnerField } from './grid-owner-field.tsx';
import { ownersWith } from './owners-with.ts';

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
  const { area, taxZone, gridOwner, gridTariffName, contract } = home;
  const saving = useSaving<HomeWish>({ area, taxZone, gridOwner, gridTariffName, contract }, save, REST_MS);
  /** A contract whose price is not written yet is shown, and saved once it is. */
  const [unfinished, setUnfinished] = useState<HomeWish | null>(null);
  const shown = unfinished ?? saving.value;
  const change = (part: Partial<HomeWish>) => {
    const wish = { ...shown, ...part };
    const isFinished = isWhole(wish.contract);
    setUnfinished(isFinished ? null : wish);
    if (isFinished) saving.change(wish);
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
            chosen={shown}
            {...(lookup.kind === 'failed' ? { problem: problemSentence(lookup.failure, words) } : {})}
            choose={(chosen) => change({ ...chosen, gridOwner: chosen.gridOwner ?? null })}
          />
          <ContractFields
            contract={shown.contract}
            taxZone={taxZone}
            change={(changed) => change({ contract: changed })}
          />
        </div>
      </details>
      <SaveNote
        saving={saving}
        saved={words.contract.saved(agreed, owner ?? words.contract.ownerUnknown)}
        undone={words.contract.undone}
      />
    </section>
  );
}
