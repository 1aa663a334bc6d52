import { hostApp } from './host-app.ts';

/** The simulated clock of a local run. `speed` 1 = real time, 0 = stopped, null = as fast as the machine can. */
export interface LocalClock {
  readonly now: string;
  readonly speed: number | null;
}

/** Null where there is none: the service runs in the world's own time. */
export async function readLocalClock(): Promise<LocalClock | null> {
  // Inside a host app nothing is simulated.
  if (hostApp() !== undefined) return null;
  return clockOf(await fetch('/local/clock'));
}

export async function setLocalSpeed(speed: number): Promise<LocalClock | null> {
  return clockOf(
    await fetch('/local/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ speed }),
    }),
  );
}

async function clockOf(answer: Response): Promise<LocalClock | null> {
  const type = answer.headers.get('content-type') ?? '';
  // A host that answers every unknown path with its page has no clock either.
  if (!answer.ok || !type.includes('json')) return null;
  const { now, speed } = (await answer.json()) as { now?: unknown; speed?: unknown };
  if (typeof now !== 'string') return null;
  return { now, speed: typeof speed === 'number' ? speed : null };
}
