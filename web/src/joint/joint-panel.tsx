import { useMemo } from 'preact/hooks';
import type { Home, Prices, Vehicle } from '../api/types.ts';
import { Why } from '../car/why.tsx';
import type { MovingNow } from '../time/moving-now.ts';
import { useSpeech } from '../words/words-context.ts';
import { JointDrawings } from './joint-drawings.tsx';
import { JointLegend } from './joint-legend.tsx';
import { jointModel } from './joint-model.ts';
import { jointProof, jointReasons, jointSentence } from './joint-sentence.ts';
import { JointTable } from './joint-table.tsx';

interface Props {
  readonly home: Home;
  readonly vehicles: readonly Vehicle[];
  readonly prices: Prices | null;
  readonly clock: MovingNow;
}

/** Where there is more than one car: house and cars in one picture, so that one sees what they share. */
export function JointPanel({ home, vehicles, prices, clock }: Props) {
  const { words, format } = useSpeech();
  const model = useMemo(() => jointModel(vehicles, prices, home.fuseKw), [vehicles, prices, home]);
  if (model === null) return null;
  return (
    <section class="night joint" aria-labelledby="joint" data-testid="joint">
      <div>
        <h2 id="joint">{words.joint.heading}</h2>
        <p class="reason">{jointSentence(model, words, format)}</p>
        <Why sentences={jointReasons(model, words, format)} />
      </div>
      <figure class="picture">
        <JointLegend model={model} cars={vehicles.length} />
        <JointDrawings model={model} home={home} cars={vehicles.length} now={clock.now} />
        <JointTable model={model} cars={vehicles.length} />
      </figure>
      <p class="hint">{jointProof(model, words, format)}</p>
    </section>
  );
}
