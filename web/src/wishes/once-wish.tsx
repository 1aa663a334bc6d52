import type { Wishes } from '../api/types.ts';
import { type Instant, instant } from '../time/oslo.ts';
import { useSpeech } from '../words/words-context.ts';
import type { ChangeWish } from './change-wish.ts';
import { OnceFields } from './once-fields.tsx';

interface Props {
  readonly once: Wishes['once'];
  /** The target of every day, percent. */
  readonly usual: number;
  readonly now: Instant;
  readonly change: ChangeWish;
}

/** An early train, a long trip: one time beside the usual ones, and the way back. */
export function OnceWish({ once, usual, now, change }: Props) {
  const { words, format } = useSpeech();
  const say = words.wishes.once;
  const isAhead = once !== null && instant(once.readyAt) > now;
  return (
    <>
      {once && isAhead && (
        <div class="once" data-testid="once-now">
          <p>
            <span class="once-name">{say.summary}</span>{' '}
            {say.now(
              format.day(instant(once.readyAt)),
              format.clock(instant(once.readyAt)),
              format.percent(once.targetPercent),
            )}
          </p>
          <button
            type="button"
            class="button-quiet"
            data-testid="once-drop"
            onClick={() => change('once', null)}
          >
            {say.drop}
          </button>
        </div>
      )}
      {!isAhead && (
        <details>
          <summary data-testid="once">{say.summary}</summary>
          <OnceFields usual={usual} now={now} set={(wish) => change('once', wish)} />
        </details>
      )}
    </>
  );
}
