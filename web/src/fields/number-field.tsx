import { useEffect, useId, useState } from 'preact/hooks';
import { oreIn } from '../contract/ore-in.ts';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly testId: string;
  readonly hint: string;
  /** Null: nothing is written. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly placeholder?: string;
  readonly change: (value: number | null) => void;
}

/** A number that may be left out, written with a comma or a point. Only what is within its bounds is told on. */
export function NumberField({ label, unit, testId, hint, value, least, most, placeholder, change }: Props) {
  const { words, format } = useSpeech();
  const id = useId();
  const shown = value === null ? '' : format.orePlain(value);
  const [text, setText] = useState(shown);
  const written = (from: string) => (from.trim() === '' ? null : oreIn(from));
  // Another value came from elsewhere: an undone change.
  useEffect(() => {
    if (written(text) !== value) setText(shown);
  }, [value]);
  const meant = written(text);
  const isRight = (number: number | null) => number === null || (number >= least && number <= most);
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
          {...(placeholder === undefined ? {} : { placeholder })}
          value={text}
          aria-invalid={!isRight(meant)}
          aria-describedby={`${id}-unit ${id}-hint ${id}-error`}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            const number = written(currentTarget.value);
            if (isRight(number)) change(number);
          }}
        />
        <span id={`${id}-unit`} class="hint">
          {unit}
        </span>
      </div>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
      <p id={`${id}-error`} class="error" role="alert">
        {!isRight(meant) && words.contract.range(format.orePlain(least), format.orePlain(most))}
      </p>
    </div>
  );
}
