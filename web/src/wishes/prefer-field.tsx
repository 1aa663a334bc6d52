import { useId } from 'preact/hooks';
import type { Wishes } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';

type Prefer = Wishes['prefer'];
const preferences: readonly Prefer[] = ['early', 'late'];

/** Which of equally cheap plans. */
export function PreferField({ prefer, change }: { prefer: Prefer; change: (prefer: Prefer) => void }) {
  const { words } = useSpeech();
  const id = useId();
  return (
    <fieldset class="choices">
      <legend>{words.wishes.prefer}</legend>
      {preferences.map((one) => (
        <label key={one} class="choice">
          <input
            type="radio"
            name={id}
            data-testid={`prefer-${one}`}
            checked={prefer === one}
            onChange={() => change(one)}
          />
          <span>
            <span class="choice-name">{words.wishes.preferences[one]}</span>{' '}
            <span class="hint">{words.wishes.preferHints[one]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
