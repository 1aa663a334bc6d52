import type { Home } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import type { Readout } from './quarter-readout.ts';

interface Props {
  readonly home: Home;
  readonly readout: Readout | undefined;
  readonly isPresent: boolean;
  readonly charging: boolean;
}

/** The picture's title, its unit, and the quarter one points at. */
export function PictureHead({ home, readout, isPresent, charging }: Props) {
  const { words } = useSpeech();
  return (
    <figcaption class="picture-head">
      <div>
        <h3>{words.picture.heading}</h3>
        <p class="picture-unit">
          {home.area} · {home.vatPercent === 0 ? words.picture.unitNoVat : words.picture.unit}
        </p>
      </div>
      {readout && (
        <p class="readout" data-testid="readout" aria-hidden="true">
          <span class="readout-time">{isPresent ? words.picture.now : readout.time}</span>
          <span class="readout-price">{readout.price}</span>
          <span class={charging ? 'readout-charging is-charging' : 'readout-charging'}>
            {readout.charging}
          </span>
        </p>
      )}
    </figcaption>
  );
}
