import { useId } from 'preact/hooks';
import { useSpeech } from '../words/words-context.ts';

interface Props {
  readonly label: string;
  readonly testId: string;
  readonly percent: number;
  readonly least: number;
  readonly most?: number;
  readonly hint: string;
  readonly change: (percent: number) => void;
}

/** A share of the battery. */
export function PercentSlider({ label, testId, percent, least, most = 100, hint, change }: Props) {
  const { format } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <div class="field-row">
        <label for={id}>{label}</label>
        <output class="target-value" for={id}>
          {format.percent(percent)}
        </output>
      </div>
      <input
        id={id}
        data-testid={testId}
        type="range"
        min={least}
        max={most}
        step={1}
        value={percent}
        aria-valuetext={format.percent(percent)}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget: { valueAsNumber } }) => change(valueAsNumber)}
      />
      <div class="range-ends" aria-hidden="true">
        <span>{format.percent(least)}</span>
        <span>{format.percent(most)}</span>
      </div>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    </div>
  );
}
