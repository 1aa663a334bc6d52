import type { Sessions } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { NightRow } from './night-row.tsx';

/** As many as fit beside the other cards. */
const FIRST = 6;

interface Props {
  readonly sessions: Sessions | null;
  /** Which car it was; null where there is only one, or it is gone. */
  readonly nameOf: (vehicleRef: string) => string | null;
}

/** Past charging, newest first, each with a bar as long as its saving. */
export function NightsCard({ sessions, nameOf }: Props) {
  const { words, format } = useSpeech();
  const rows = sessions?.sessions ?? [];
  const most = Math.max(1, ...rows.map(({ savedOre }) => savedOre));
  const list = (part: typeof rows) => (
    <ul class="nights">
      {part.map((session) => (
        <NightRow
          key={session.vehicleRef + session.pluggedInAt}
          session={session}
          name={nameOf(session.vehicleRef)}
          most={most}
        />
      ))}
    </ul>
  );
  return (
    <section class="card" aria-labelledby="nights" data-testid="nights">
      <h2 id="nights">{words.nights.heading}</h2>
      {sessions && rows.length > 0 ? (
        <>
          <p class="figure">{words.nights.total(format.kroner(sessions.total.savedOre))}</p>
          <p class="hint">
            {words.nights.totalMore(
              format.kwh(sessions.total.gridKwh),
              format.kroner(sessions.total.costOre),
            )}
          </p>
          {list(rows.slice(0, FIRST))}
          {rows.length > FIRST && (
            <details>
              <summary>{words.nights.all}</summary>
              {list(rows.slice(FIRST))}
            </details>
          )}
        </>
      ) : (
        <p class="hint">{words.nights.none}</p>
      )}
    </section>
  );
}
