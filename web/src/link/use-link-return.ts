import { useEffect, useState } from 'preact/hooks';
import { api } from '../api/api.ts';
import { asFailure, type Failure } from '../api/failure.ts';

export type LinkReturn =
  | { readonly kind: 'none' | 'completing' | 'completed' | 'denied' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * Completes a link when the car maker has sent the browser back to /linked?code&state. The address is cleaned before
 * anything else, so that the code is in no history, no bookmark and no second attempt.
 */
export function useLinkReturn(refresh: () => Promise<void>): [LinkReturn, () => void] {
  const [state, setState] = useState<LinkReturn>({ kind: 'none' });
  useEffect(() => {
    const { pathname, search } = window.location;
    if (!pathname.endsWith('/linked')) return;
    window.history.replaceState(null, '', pathname.slice(0, -'linked'.length));
    const answer = new URLSearchParams(search);
    const code = answer.get('code');
    const linkState = answer.get('state');
    if (!code || !linkState) {
      if (answer.has('error')) setState({ kind: 'denied' });
      return;
    }
    setState({ kind: 'completing' });
    api.completeLink(code, linkState).then(
      async () => {
        await refresh();
        setState({ kind: 'completed' });
      },
      (thrown) => setState({ kind: 'failed', failure: asFailure(thrown) }),
    );
  }, []);
  return [state, () => setState({ kind: 'none' })];
}
