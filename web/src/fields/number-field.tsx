import { useEffect, useId, useState } from 'preact/hooks';
import { oreIn } from '../contract/ore-in.ts';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly testId: string;
  readonly hint?: string;
  /** Null: nothing is written. NaN: nothing usable. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly placeholder?: string;
  /** What an empty field means; null where it means that nothing is told. */
  readonly whenEmpty?: number;
  readonly change: (value: number | null) => void;
  /** What is written is no number, or out of bounds. */
  readonly refuse?: () => void;
}

/** A number, written with a comma or a point. Only what is within its bounds is told on. */
export function NumberField({
  label,
  unit,
  testId,
  hint,
  value,
  least,
  most,
  placeholder,
  whenEmpty,
  change,
  refuse,
}: Props) {
  const { words, format } = useSpeech();
  const id = useId();
  const shown = value === null || Number.isNaN(value) ? '' : format.orePlain(value);
  const [text, setText] = useState(shown);
  const meant = (written: string) => (written.trim() === '' ? (whenEmpty ?? null) : oreIn(written));
  // Another value came from elsewhere: an undone change, another tax zone.
  useEffect(() => {
    if (!Number.isNaN(value) && !isSame(meant(text), value)) setText(shown);
  }, [value]);
  const isRight = (number: number | null) => number === null || (number >= least && number <= most);
  const isWrong = !isRight(meant(text));
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
          aria-invalid={isWrong}
          aria-describedby={`${id}-unit ${id}-hint ${id}-error`}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            const number = meant(currentTarget.value);
            if (isRight(number)) change(number);
            else refuse?.();
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
        {isWrong && words.contract.range(format.orePlain(least), format.orePlain(most))}
      </p>
    </div>
  );
}

/** As near as two decimals can tell. */
function isSame(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 0.005;
}
