import { hostApp } from './host-app.ts';

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
  const injected = hostApp()?.accessToken;
  if (injected) return injected();
  const answer = await fetch('/local/session');
  if (!answer.ok) return null;
  const body: unknown = await answer.json();
  const { accessToken: token } = body as { accessToken?: unknown };
  return typeof token === 'string' ? token : null;
}
