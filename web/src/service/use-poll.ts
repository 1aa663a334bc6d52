import { useEffect, useRef } from 'preact/hooks';

/** Runs `work` now and again after the delay it answers, never twice at once, and not while nobody sees the page. */
export function usePoll(work: () => Promise<number>): () => Promise<void> {
  const latest = useRef(work);
  latest.current = work;
  const timer = useRef(0);
  const alive = useRef(true);
  const run = useRef(async () => {
    clearTimeout(timer.current);
    const delay = await latest.current();
    clearTimeout(timer.current);
    if (alive.current && !document.hidden) timer.current = window.setTimeout(() => void run.current(), delay);
  });
  useEffect(() => {
    alive.current = true;
    const seen = () => void (document.hidden ? clearTimeout(timer.current) : run.current());
    document.addEventListener('visibilitychange', seen);
    void run.current();
    return () => {
      alive.current = false;
      clearTimeout(timer.current);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);
  return run.current;
}
