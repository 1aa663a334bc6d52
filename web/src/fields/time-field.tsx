import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly testId: string;
  readonly hint?: string;
  /** 'HH:MM' on the Norwegian clock. */
  readonly time: string;
  readonly change: (time: string) => void;
}

/** A time of day. */
export function TimeField({ label, testId, hint, time, change }: Props) {
  const id = useId();
  return (
    <div class="field">
      <div class="field-row">
        <label for={id}>{label}</label>
        <input
          id={id}
          data-testid={testId}
          type="time"
          required
          value={time}
          {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
          onInput={({ currentTarget: { value } }) => {
            // A half-typed time is empty; it is not a wish yet.
            if (value) change(value.slice(0, 5));
          }}
        />
      </div>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
