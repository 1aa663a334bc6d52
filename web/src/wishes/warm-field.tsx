import { useId } from 'preact/hooks';
import { useSpeech } from '../words/words-context.ts';

/** What one chooses among; another that is stored is offered too. */
const usual = [0, 10, 20, 30, 45, 60];

/** For how long before departure the car warms itself from the cable. */
export function WarmField({ minutes, change }: { minutes: number; change: (minutes: number) => void }) {
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
        {words.wishes.warmHint}
      </p>
    </div>
  );
}
