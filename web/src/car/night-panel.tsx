import type { Home, Prices, Vehicle } from '../api/types.ts';
import { PlanPicture } from '../picture/plan-picture.tsx';
import type { MovingNow } from '../time/moving-now.ts';
import { useSpeech } from '../words/words-context.ts';
import { Battery } from './battery.tsx';
import { ModeButtons } from './mode-buttons.tsx';
import { reasonSentences } from './reason-sentences.ts';
import { statusSentence } from './status-sentence.ts';

interface Props {
  readonly vehicle: Vehicle;
  readonly home: Home;
  readonly prices: Prices | null;
  readonly clock: MovingNow;
  readonly refresh: () => Promise<void>;
}

/** The night at a glance: what the car does, why, how full it is, and the picture. */
export function NightPanel({ vehicle, home, prices, clock, refresh }: Props) {
  const { words, format } = useSpeech();
  const [reason, ...more] = reasonSentences(vehicle, words, format);
  return (
    <section class="night" aria-label={words.status.heading}>
      <div class="night-head">
        <div class={`status is-${vehicle.status.key}`}>
          <h2 class="unseen">{words.status.heading}</h2>
          <p class="status-sentence" role="status" data-testid="status" data-status={vehicle.status.key}>
            {statusSentence(vehicle, words, format)}
          </p>
          <p class="reason" data-testid="reason">
            {reason}
            {more.length > 0 && <span class="reason-more"> {more.join(' ')}</span>}
          </p>
        </div>
        <Battery vehicle={vehicle} />
      </div>
      <ModeButtons vehicle={vehicle} refresh={refresh} />
      <PlanPicture vehicle={vehicle} home={home} prices={prices} clock={clock} />
    </section>
  );
}
