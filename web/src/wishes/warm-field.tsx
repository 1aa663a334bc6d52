import { useId } from 'preact/hooks';
import { useSpeech } from '../words/words-context.ts';

/** What one chooses among; another that is stored is offered too. */
const usual = [0, 10, 20, 30, 45, 60];

interface Props {
  readonly minutes: number;
  /** There is no limit that room would be kept under. */
  readonly isIdle: boolean;
  readonly change: (minutes: number) => void;
}

/** For how long before departure the car warms itself from the cable. */
export function WarmField({ minutes, isIdle, change }: Props) {
  const { words } = useSpeech();
  const id = useId();
  const offered = usual.includes(minutes) ? usual : [...usual, minutes].sort((a, b) => a - b);
  return (
    <div class="field">
      <label for={id}>{words.wishes.warm}</label>
      <select
        id={id}
        data-testid="warm"
        value={String(minutes)}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget: { value } }) => change(Number(value))}
      >
        {offered.map((one) => (
          <option key={one} value={String(one)}>
            {one === 0 ? words.wishes.warmOff : words.wishes.warmMinutes(one)}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} class="hint">
        {isIdle ? words.wishes.warmIdle : words.wishes.warmHint}
      </p>
    </div>
  );
}
