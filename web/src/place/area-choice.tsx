import type { Area, Home } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';

const areas: readonly Area[] = ['NO1', 'NO2', 'NO3', 'NO4', 'NO5'];

interface Props {
  readonly home: Home;
  readonly choose: (home: Home) => void;
}

/** The price area by its towns. Only NO4 has households without VAT; a few in Trøndelag are in NO4 and pay it. */
export function AreaChoice({ home, choose }: Props) {
  const { words } = useSpeech();
  return (
    <fieldset class="areas" aria-describedby="area-hint">
      <legend>{words.link.home}</legend>
      <p id="area-hint" class="hint">
        {words.link.homeHint}
      </p>
      {areas.map((area) => (
        <label key={area} class="area">
          <input
            type="radio"
            name="area"
            value={area}
            data-testid={`area-${area}`}
            checked={home.area === area}
            onChange={() => choose({ area, vatPercent: area === 'NO4' ? 0 : 25 })}
          />
          <span class="area-name">{area}</span>
          <span>{words.areas[area]}</span>
        </label>
      ))}
      {home.area === 'NO4' && (
        <label class="check">
          <input
            type="checkbox"
            checked={home.vatPercent === 0}
            onChange={(event) => choose({ area: 'NO4', vatPercent: event.currentTarget.checked ? 0 : 25 })}
          />
          {words.link.noVat}
        </label>
      )}
    </fieldset>
  );
}
