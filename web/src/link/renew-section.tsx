import { useState } from 'preact/hooks';
import type { Home, Vehicle } from '../api/types.ts';
import { useSpeech } from '../words/words-context.ts';
import { LinkForm } from './link-form.tsx';

interface Props {
  readonly home: Home;
  readonly vehicles: readonly Vehicle[];
}

/** A car that was linked under a text that says less than what we now do; nothing where there is none. One that must be linked anyway comes first. */
export function RenewSection({ home, vehicles }: Props) {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const broken = vehicles.find(({ link }) => link === 'needs-relink');
  const older = broken ?? vehicles.find(({ setsCurrent }) => !setsCurrent);
  if (!older) return null;
  const form = <LinkForm home={home} batteryKwh={older.batteryKwh} />;
  return (
    <section class="relink" aria-labelledby="relink" data-testid="relink">
      <h2 id="relink">{broken ? words.link.again : words.link.newText}</h2>
      {!broken && <p>{words.link.renew}</p>}
      {broken || isOpen ? (
        form
      ) : (
        <button type="button" class="button" data-testid="renew" onClick={() => setOpen(true)}>
          {words.link.again}
        </button>
      )}
    </section>
  );
}
