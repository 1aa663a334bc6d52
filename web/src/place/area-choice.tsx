import type { Area } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';

const areas: readonly Area[] = ['NO1', 'NO2', 'NO3', 'NO4', 'NO5'];

interface Props {
  readonly area: Area | null;
  readonly choose: (area: Area) => void;
}

/** The price area by its towns. */
export function AreaChoice({ area: chosen, choose }: Props) {
  const { words } = useSpeech();
  return (
    <fieldset class="choices">
      <legend class="unseen">{words.place.area}</legend>
      {areas.map((area) => (
        <label key={area} class="choice">
          <input
            type="radio"
            name="area"
            value={area}
            data-testid={`area-${area}`}
            checked={chosen === area}
            onChange={() => choose(area)}
          />
          <span>
            <span class="choice-name">{area}</span> {words.areas[area]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
