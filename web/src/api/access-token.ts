declare global {
  interface Window {
    /**
     * Where the retailer's app injects itself before the page's script runs. `accessToken` gives a JWT whose `sub`
     * is the customer; it is asked again when the API answers 401. `apiUrl`: where the API is, if not on this origin.
     */
    smartlading?: { readonly accessToken?: () => string | Promise<string>; readonly apiUrl?: string };
  }
}

let known: Promise<string | null> | null = null;

/** The customer's token, from the host app or, on a local run, from the machine itself; null where neither has one. */
export function accessToken(): Promise<string | null> {
  known ??= ask().catch(() => {
    known = null;
    return null;
  });
  return known;
}

/** The API refused the token: ask for another next time. */
export function forgetAccessToken(): void {
  known = null;
}

async function ask(): Promise<string | null> {
  const injected = window.smartlading?.accessToken;
  if (injected) return injected();
  const answer = await fetch('/local/session');
  if (!answer.ok) return null;
  const body: unknown = await answer.json();
  const { accessToken: token } = body as { accessToken?: unknown };
  return typeof token === 'string' ? token : null;
}
