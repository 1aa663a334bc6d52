import type { Home, Prices, Vehicle } from '../api/types.ts';
import { ProofStrip } from '../money/proof-strip.tsx';
import { PlanPicture } from '../picture/plan-picture.tsx';
import type { MovingNow } from '../time/moving-now.ts';
import { useSpeech } from '../words/words-context.ts';
import { Battery } from './battery.tsx';
import { ModeButtons } from './mode-buttons.tsx';
import { reasonOf } from './reason-of.ts';
import { statusSentence } from './status-sentence.ts';
import { Why } from './why.tsx';

interface Props {
  readonly vehicle: Vehicle;
  /** Null where there is only one car to talk of. */
  readonly name: string | null;
  /** Its tone in the picture of all cars, as a class. */
  readonly tone: string;
  readonly home: Home;
  readonly prices: Prices | null;
  readonly clock: MovingNow;
  readonly refresh: () => Promise<void>;
}

/** The night at a glance: what the car does, why, how full it is, and the picture. */
export function NightPanel({ vehicle, name, tone, home, prices, clock, refresh }: Props) {
  const { words, format } = useSpeech();
  const { said, folded } = reasonOf(vehicle, words, format);
  return (
    <section class="night" aria-label={name ?? words.status.heading}>
      <div class="night-head">
        <div class={`status is-${vehicle.status.key}`}>
          <h2 class={name ? 'hint' : 'unseen'}>
            {name && <span class={`car-tone ${tone}`} aria-hidden="true" />}
            {name ?? words.status.heading}
          </h2>
          <p class="status-sentence" role="status" data-testid="status" data-status={vehicle.status.key}>
            {statusSentence(vehicle, words, format)}
          </p>
          <div class="reason" data-testid="reason">
            <p>{said}</p>
            <Why sentences={folded} />
          </div>
        </div>
        <Battery vehicle={vehicle} />
      </div>
      <ModeButtons vehicle={vehicle} refresh={refresh} />
      <PlanPicture vehicle={vehicle} home={home} prices={prices} clock={clock} />
      <ProofStrip vehicle={vehicle} />
    </section>
  );
}
