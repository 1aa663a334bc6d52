import { useEffect, useId, useState } from 'preact/hooks';
import { useSpeech } from '../words/words-context.ts';
import { oreIn } from './ore-in.ts';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly testId: string;
  /** As the customer pays it, øre/kWh; NaN where nothing usable is written. */
  readonly ore: number;
  readonly least: number;
  readonly most: number;
  /** What an empty field means, øre/kWh; where it means nothing, a number must be written. */
  readonly whenEmpty?: number;
  readonly change: (ore: number) => void;
}

/** A price per kWh, written with a comma or a point. */
export function OreField({ label, unit, testId, ore, least, most, whenEmpty, change }: Props) {
  const { words, format } = useSpeech();
  const id = useId();
  const [text, setText] = useState(() => (Number.isNaN(ore) ? '' : format.orePlain(ore)));
  const meant = (written: string) =>
    written.trim() === '' && whenEmpty !== undefined ? whenEmpty : oreIn(written);
  // Another value came from elsewhere: an undone change, another tax zone.
  useEffect(() => {
    if (!Number.isNaN(ore) && !(Math.abs(meant(text) - ore) < 0.005)) setText(format.orePlain(ore));
  }, [ore]);
  const isWrong = text !== '' && !(meant(text) >= least && meant(text) <= most);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="with-unit">
        <input
          id={id}
          data-testid={testId}
          class="digits"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          size={7}
          {...(whenEmpty === undefined ? {} : { placeholder: format.orePlain(whenEmpty) })}
          value={text}
          aria-invalid={isWrong}
          aria-describedby={`${id}-unit ${id}-error`}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            const ore = meant(value);
            change(ore >= least && ore <= most ? ore : Number.NaN);
          }}
        />
        <span id={`${id}-unit`} class="hint">
          {unit}
        </span>
      </div>
      <p id={`${id}-error`} class="error" role="alert">
        {isWrong && words.contract.range(format.orePlain(least), format.orePlain(most))}
      </p>
    </div>
  );
}
