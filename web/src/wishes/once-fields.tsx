import { useId, useState } from 'preact/hooks';
import type { Wishes } from '../api/types.ts';
import { PercentSlider } from '../fields/percent-slider.tsx';
import { TimeField } from '../fields/time-field.tsx';
import { HOUR_MS, type Instant, osloAt, osloMidnight, osloMidnights } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';

/** As far ahead as the service takes it. */
const AHEAD_MS = 7 * 24 * HOUR_MS;

interface Props {
  readonly usual: number;
  readonly now: Instant;
  readonly set: (once: NonNullable<Wishes['once']>) => void;
}

/** Day, time and target of the one trip; nothing is sent before the button. */
export function OnceFields({ usual, now, set }: Props) {
  const { words, format } = useSpeech();
  const id = useId();
  const say = words.wishes.once;
  const days = [osloMidnight(now), ...osloMidnights(now, now + AHEAD_MS)];
  const [chosenDay, setDay] = useState(days[1] ?? now);
  const [time, setTime] = useState('06:00');
  const [targetPercent, setTarget] = useState(Math.max(usual, 90));
  const [problem, setProblem] = useState('');
  const day = Math.max(chosenDay, days[0] ?? now);
  const submit = () => {
    const readyAt = osloAt(day, time);
    const isPossible = readyAt > now && readyAt <= now + AHEAD_MS;
    setProblem(isPossible ? '' : say.past);
    if (isPossible) set({ readyAt: new Date(readyAt).toISOString(), targetPercent });
  };
  return (
    <div class="card-fields">
      <p class="hint">{say.hint}</p>
      <div class="field">
        <label for={id}>{say.day}</label>
        <select
          id={id}
          data-testid="once-day"
          value={String(day)}
          onChange={({ currentTarget: { value } }) => setDay(Number(value))}
        >
          {days.map((midnight) => (
            <option key={midnight} value={String(midnight)}>
              {format.day(midnight)}
            </option>
          ))}
        </select>
      </div>
      <TimeField label={say.time} testId="once-time" time={time} change={setTime} />
      <PercentSlider
        label={say.target}
        testId="once-target"
        percent={targetPercent}
        least={50}
        hint=""
        change={setTarget}
      />
      <p class="error" role="alert">
        {problem}
      </p>
      <button type="button" class="button" data-testid="once-set" onClick={submit}>
        {say.set}
      </button>
    </div>
  );
}
