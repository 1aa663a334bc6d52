import { useEffect, useRef } from 'preact/hooks';
import { type LocalClock, setLocalSpeed } from '../api/local-clock.ts';
import { type MovingNow, movedNow } from '../time/moving-now.ts';
import type { Words } from '../words/nb.ts';
import { useSpeech } from '../words/words-context.ts';
import { nextSpeed } from './speeds.ts';

interface Props {
  readonly clock: LocalClock;
  readonly now: MovingNow;
  readonly setClock: (clock: LocalClock | null) => void;
}

const TICK_MS = 100;
/** Where play begins when the clock was stopped before the page came: a night in about a minute. */
const USUAL_SPEED = 900;

/** The simulated clock of a local run: what it shows, stop and go, slower and faster. */
export function ClockBar({ clock, now, setClock }: Props) {
  const { words, format } = useSpeech();
  const speed = clock.speed ?? Number.POSITIVE_INFINITY;
  const resume = useRef(USUAL_SPEED);
  if (speed > 0 && Number.isFinite(speed)) resume.current = speed;
  const time = useRef<HTMLTimeElement>(null);
  useEffect(() => {
    const show = () => {
      const at = movedNow(now, performance.now());
      if (time.current) time.current.textContent = `${format.day(at)} ${format.clock(at)}`;
    };
    show();
    const timer = setInterval(show, TICK_MS);
    return () => clearInterval(timer);
  }, [now, format]);
  const set = (wanted: number) =>
    void setLocalSpeed(wanted).then(setClock, () => {
      // The next poll shows what the clock really does.
    });
  return (
    <aside class="clock-bar" aria-label={words.clock.heading} data-testid="clock-bar">
      <p>
        <span class="clock-name">{words.clock.heading}</span>
        <time ref={time} />
        <span class="clock-pace">{paceOf(speed, words)}</span>
      </p>
      <div class="clock-buttons">
        <ClockButton
          label={words.clock.slower}
          path="M11 6 5 12l6 6M19 6l-6 6 6 6"
          run={() => set(nextSpeed(resume.current, -1))}
        />
        {speed === 0 ? (
          <ClockButton label={words.clock.play} path="M8 5v14l11-7z" run={() => set(resume.current)} />
        ) : (
          <ClockButton label={words.clock.pause} path="M8 5v14M16 5v14" run={() => set(0)} />
        )}
        <ClockButton
          label={words.clock.faster}
          path="m5 6 6 6-6 6M13 6l6 6-6 6"
          run={() => set(nextSpeed(resume.current, 1))}
        />
      </div>
    </aside>
  );
}

function paceOf(speed: number, { clock }: Words): string {
  if (speed === 0) return clock.stopped;
  if (speed === 1) return clock.realTime;
  return Number.isFinite(speed) ? clock.speed(String(speed)) : clock.fastest;
}

function ClockButton({ label, path, run }: { label: string; path: string; run: () => void }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={run}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
