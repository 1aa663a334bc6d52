import { useEffect, useRef, useState } from 'preact/hooks';
import { asFailure, type Failure } from '../api/failure.ts';

type SavingState =
  | { readonly kind: 'idle' | 'saving' | 'saved' | 'undone' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Saving<T> {
  /** What to show: the customer's choice while it is on its way, else what is stored. */
  readonly value: T;
  readonly state: SavingState;
  /** True while the value before the last save can be brought back. */
  readonly canUndo: boolean;
  change(value: T): void;
  undo(): void;
  retry(): void;
}

/**
 * A setting that saves itself once the customer has rested `restMs`. `save` must end only when `stored` is up to date
 * again, so that the old value never flashes up in between.
 */
export function useSaving<T>(stored: T, save: (value: T) => Promise<void>, restMs: number): Saving<T> {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null);
  const [before, setBefore] = useState<{ readonly value: T } | null>(null);
  const [state, setState] = useState<SavingState>({ kind: 'idle' });
  const timer = useRef(0);
  const turn = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = async (value: T, done: 'saved' | 'undone') => {
    // A change that is still at rest came before this: it must not be sent after it.
    clearTimeout(timer.current);
    turn.current += 1;
    const mine = turn.current;
    setState({ kind: 'saving' });
    try {
      await save(value);
      if (mine !== turn.current) return;
      setState({ kind: done });
      setDraft(null);
    } catch (thrown) {
      if (mine === turn.current) setState({ kind: 'failed', failure: asFailure(thrown) });
    }
  };
  return {
    value: draft ? draft.value : stored,
    state,
    canUndo: before !== null && state.kind === 'saved',
    change(value) {
      // Until the first of several quick changes is saved, "before" is what was stored before all of them.
      if (draft === null) setBefore({ value: stored });
      setDraft({ value });
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void send(value, 'saved'), restMs);
    },
    undo() {
      if (before === null) return;
      setDraft(before);
      setBefore(null);
      void send(before.value, 'undone');
    },
    retry() {
      if (draft) void send(draft.value, 'saved');
    },
  };
}
