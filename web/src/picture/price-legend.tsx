import type { Prices } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { bandNames } from './price-bands.ts';
import type { Readout } from './quarter-readout.ts';

interface Props {
  readonly prices: Prices;
  /** The quarter whose parts are told. */
  readonly readout: Readout | undefined;
  /** Whether power goes below zero somewhere, and is striped there. */
  readonly isBelowZero: boolean;
  /** Whether some of the prices are guesses, and hatched. */
  readonly isGuessed: boolean;
}

/** What the colours of the picture are, each with its øre in the quarter one points at. The slider tells them to those who hear it. */
export function PriceLegend({ prices, readout, isBelowZero, isGuessed }: Props) {
  const { words } = useSpeech();
  const labels = {
    power: words.bands.power[prices.contract],
    grid: words.bands.grid,
    taxes: words.bands.taxes,
  };
  const value = (name: (typeof bandNames)[number]) => {
    if (name === 'grid' && prices.gridOwnerName === null) return words.bands.leftOut;
    return readout?.bands?.[name] ?? '–';
  };
  return (
    <div class="legend" aria-hidden="true" data-testid="legend">
      {bandNames.map((name) => (
        <p key={name} class={`legend-band is-${name}`}>
          <span>{labels[name]}</span> <span class="legend-value">{value(name)}</span>
        </p>
      ))}
      {isBelowZero && <p class="legend-band is-below-zero">{words.bands.belowZero}</p>}
      {isGuessed && <p class="legend-band is-guess">{words.picture.guessedLegend}</p>}
    </div>
  );
}
