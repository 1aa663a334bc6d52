import { api } from '../api/api.ts';
import type { Home, HomeWish } from '../api/types.ts';
import { NumberField } from '../fields/number-field.tsx';
import { homeWishOf } from '../home/home-wish-of.ts';
import { SaveNote } from '../save/save-note.tsx';
import { useSaving } from '../save/use-saving.ts';
import { useSpeech } from '../words/words-context.ts';
import { FuseFields } from './fuse-fields.tsx';
import { fuseSentence } from './fuse-sentence.ts';

/** Long enough to finish writing a number, short enough to feel saved. */
const REST_MS = 700;
/** As the service takes it. */
const MOST_KWH = 200_000;

interface Props {
  readonly home: Home;
  readonly refresh: () => Promise<void>;
}

/** What of the house itself decides how its cars may charge: the main fuse, and what it uses without them. */
export function HouseCard({ home, refresh }: Props) {
  const { words, format } = useSpeech();
  const save = async (wish: HomeWish) => {
    await api.putHome(wish);
    await refresh();
  };
  const saving = useSaving<HomeWish>(homeWishOf(home), save, REST_MS);
  const fuse = fuseSentence(home, words, format);
  const { houseYearlyKwh } = home;
  return (
    <section class="card" aria-labelledby="house" data-testid="house">
      <h2 id="house">{words.house.heading}</h2>
      <div>
        <p data-testid="fuse-now">{fuse ?? words.house.fuseUnknown}</p>
        {fuse && <p class="hint">{words.house.margin}</p>}
        <p class="hint">
          {houseYearlyKwh === null
            ? words.house.yearlyUnknown
            : words.house.yearlyNow(format.wholeKwh(houseYearlyKwh))}
        </p>
      </div>
      <details>
        <summary data-testid="house-change">{words.house.change}</summary>
        <div class="card-fields">
          <FuseFields
            fuse={saving.value.fuse}
            change={(changed) => saving.change({ ...saving.value, fuse: changed })}
          />
          <NumberField
            label={words.house.yearly}
            unit={words.house.kwh}
            testId="yearly"
            hint={words.house.yearlyHint}
            value={saving.value.houseYearlyKwh}
            least={0}
            most={MOST_KWH}
            change={(kwh) => saving.change({ ...saving.value, houseYearlyKwh: kwh })}
          />
        </div>
      </details>
      <SaveNote
        saving={saving}
        saved={fuse === null ? words.house.savedNoFuse : words.house.saved(fuse)}
        undone={words.save.undone}
      />
    </section>
  );
}
