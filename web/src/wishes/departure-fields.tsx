import { useId } from 'preact/hooks';
import type { Wishes } from '../api/types.ts';
import { TimeField } from '../fields/time-field.tsx';
import { useSpeech } from '../words/words-context.ts';
import type { ChangeWish } from './change-wish.ts';

/** What a weekend of its own begins with: a lie-in. */
const LIE_IN = '10:00';

/** When the car is to be ready: one time for every day, or another at weekends. */
export function DepartureFields({
  wishes,
  change,
}: {
  readonly wishes: Wishes;
  readonly change: ChangeWish;
}) {
  const { words } = useSpeech();
  const id = useId();
  const { readyBy, readyByWeekend } = wishes;
  const isEveryDay = readyByWeekend === null;
  return (
    <>
      <TimeField
        label={isEveryDay ? words.wishes.readyBy : words.wishes.readyByWeekdays}
        testId="departure"
        time={readyBy}
        change={(time) => change('readyBy', time)}
      />
      {readyByWeekend !== null && (
        <TimeField
          label={words.wishes.readyByWeekend}
          testId="departure-weekend"
          hint={words.wishes.weekendHint}
          time={readyByWeekend}
          change={(time) => change('readyByWeekend', time)}
        />
      )}
      <div class="check">
        <input
          id={id}
          type="checkbox"
          data-testid="own-weekend"
          checked={!isEveryDay}
          onChange={({ currentTarget: { checked } }) => change('readyByWeekend', checked ? LIE_IN : null)}
        />
        <label class="check-label" for={id}>
          {words.wishes.ownWeekend}
        </label>
      </div>
    </>
  );
}
