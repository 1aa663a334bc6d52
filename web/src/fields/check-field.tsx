import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly testId: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly change: (checked: boolean) => void;
}

/** Yes or no. */
export function CheckField({ label, testId, hint, checked, change }: Props) {
  const id = useId();
  return (
    <div class="field">
      <div class="check">
        <input
          id={id}
          type="checkbox"
          data-testid={testId}
          checked={checked}
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
        <label for={id}>{label}</label>
      </div>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    </div>
  );
}
