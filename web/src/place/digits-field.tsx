import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly testId: string;
  readonly count: number;
  readonly autocomplete: string;
  readonly value: string;
  /** What is wrong with it; '' where nothing is. */
  readonly error: string;
  readonly type: (digits: string) => void;
  /** All digits are there, or the customer has left the field with fewer. */
  readonly whole: (digits: string) => void;
}

/** A number with a known count of digits: it is whole when the last one is typed. */
export function DigitsField({ label, hint, testId, count, autocomplete, value, error, type, whole }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="digits"
        data-testid={testId}
        type="text"
        inputMode="numeric"
        autocomplete={autocomplete}
        size={count}
        value={value}
        aria-invalid={error !== ''}
        aria-describedby={`${id}-error ${id}-hint`}
        onInput={({ currentTarget }) => {
          const digits = digitsOf(currentTarget.value, count);
          currentTarget.value = digits;
          if (digits === value) return;
          type(digits);
          if (digits.length === count) whole(digits);
        }}
        onChange={({ currentTarget: { value: digits } }) => {
          if (digits !== '' && digits.length < count) whole(digits);
        }}
      />
      <p id={`${id}-error`} class="error" role="alert">
        {error}
      </p>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    </div>
  );
}

/** What was typed or pasted, which people group as they like, and no more than is asked for. */
function digitsOf(text: string, most: number): string {
  return text.replaceAll(/\D/g, '').slice(0, most);
}
