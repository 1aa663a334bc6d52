import { useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import type { Vehicle, Wishes } from '../api/types.ts';
import { PercentSlider } from '../fields/percent-slider.tsx';
import { SaveNote } from '../save/save-note.tsx';
import { useSaving } from '../save/use-saving.ts';
import type { Instant } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';
import { compatible } from './compatible.ts';
import { DepartureFields } from './departure-fields.tsx';
import { MoreWishes } from './more-wishes.tsx';
import { OnceWish } from './once-wish.tsx';
import { savedSentence } from './saved-sentence.ts';
import { WishPrices } from './wish-prices.tsx';

/** Long enough to finish typing a time or sliding, short enough to feel saved. */
const REST_MS = 700;

interface Props {
  readonly vehicle: Vehicle;
  /** Null where there is only one car to talk of. */
  readonly name: string | null;
  readonly now: Instant;
  readonly refresh: () => Promise<void>;
}

/** When the car must be ready, with how much, and how it may get there; what a change would cost stands beside it. */
export function WishesCard({ vehicle, name, now, refresh }: Props) {
  const { words, format } = useSpeech();
  const save = async (wishes: Wishes) => {
    await api.putWishes(vehicle.vehicleRef, wishes);
    await refresh();
  };
  const saving = useSaving<Wishes>(vehicle.wishes, save, REST_MS);
  const [changed, setChanged] = useState<keyof Wishes>('readyBy');
  const wishes = saving.value;
  const change = <Name extends keyof Wishes>(what: Name, value: Wishes[Name]) => {
    setChanged(what);
    saving.change(compatible({ ...wishes, [what]: value }, what));
  };
  const prices = vehicle.plan?.wouldCost ?? [];
  const heading = `wishes-${vehicle.vehicleRef}`;
  return (
    <section class="card" aria-labelledby={heading} data-testid="wishes">
      <h2 id={heading}>{name ? `${name}: ${words.wishes.heading}` : words.wishes.heading}</h2>
      <DepartureFields wishes={wishes} change={change} />
      <WishPrices prices={prices} changes={['ready-hour-earlier', 'ready-hour-later']} />
      <PercentSlider
        label={words.wishes.target}
        testId="target"
        percent={wishes.targetPercent}
        least={50}
        hint={words.wishes.targetHint}
        change={(percent) => change('targetPercent', percent)}
      />
      <WishPrices prices={prices} changes={['five-percent-less']} />
      <OnceWish once={wishes.once} usual={wishes.targetPercent} now={now} change={change} />
      <MoreWishes wishes={wishes} plan={vehicle.plan} change={change} />
      {prices.length > 0 && <p class="hint">{words.wishes.priceNote}</p>}
      <SaveNote
        saving={saving}
        saved={savedSentence(wishes, changed, words, format)}
        undone={words.save.undone}
      />
    </section>
  );
}
