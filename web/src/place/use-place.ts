import { useRef, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { asFailure, type Failure } from '../api/failure.ts';
import type { PlaceFound, PlaceQuestion } from '../api/types.ts';

type PlaceLookup =
  | { readonly kind: 'open' | 'asking' }
  | { readonly kind: 'found'; readonly found: PlaceFound }
  | { readonly kind: 'failed'; readonly failure: Failure };

interface PlaceAsking {
  readonly lookup: PlaceLookup;
  /** Asks the service; the answer to an earlier question is no longer of interest. */
  ask(question: PlaceQuestion): Promise<PlaceFound | null>;
  /** What was asked is no longer what the customer means. */
  forget(): void;
}

/** Looks a place up, once for each question. Null for an answer that came too late, and for none. */
export function usePlace(): PlaceAsking {
  const [lookup, setLookup] = useState<PlaceLookup>({ kind: 'open' });
  const turn = useRef(0);
  return {
    lookup,
    async ask(question) {
      turn.current += 1;
      const mine = turn.current;
      setLookup({ kind: 'asking' });
      try {
        const found = await api.findPlace(question);
        if (mine !== turn.current) return null;
        setLookup({ kind: 'found', found });
        return found;
      } catch (thrown) {
        if (mine === turn.current) setLookup({ kind: 'failed', failure: asFailure(thrown) });
        return null;
      }
    },
    forget() {
      turn.current += 1;
      setLookup({ kind: 'open' });
    },
  };
}
