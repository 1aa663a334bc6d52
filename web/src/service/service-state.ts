import type { Failure } from '../api/failure.ts';
import type { LocalClock } from '../api/local-clock.ts';
import type { Overview, Prices, Sessions } from '../api/types.ts';
import type { MovingNow } from '../time/moving-now.ts';
import { HOUR_MS, hourStart, type Instant, instant } from '../time/oslo.ts';

/** What the page knows of the service. Old data stays while a failure lasts. */
export interface ServiceState {
  readonly overview: Overview | null;
  readonly prices: Prices | null;
  readonly sessions: Sessions | null;
  /** Null on a service that runs in the world's own time. */
  readonly localClock: LocalClock | null;
  readonly now: MovingNow;
  readonly failure: Failure | null;
  readonly failures: number;
}

export const nothingKnown: ServiceState = {
  overview: null,
  prices: null,
  sessions: null,
  localClock: null,
  now: { now: 0, heardAt: 0, speed: 0 },
  failure: null,
  failures: 0,
};

const PAST_MS = 18 * HOUR_MS;
const AHEAD_MS = 38 * HOUR_MS;
/** Polls after which prices and sessions are asked for again even if nothing points to a change. */
const EVERY = 20;

/** The prices the picture can need around `now`, ISO 8601. */
export function pricesWanted(now: Instant): { from: string; to: string } {
  const hour = hourStart(now);
  const iso = (at: Instant) => new Date(at).toISOString();
  return { from: iso(hour - PAST_MS), to: iso(hour + AHEAD_MS) };
}

/** Changes when the prices on the page may be old: another hour, place or contract, a plan on other prices. */
export function pricesKey({ now, home, vehicles }: Overview, poll: number): string {
  const used = vehicles.flatMap(({ plan }) => plan?.pricesUsed ?? []);
  return [hourStart(instant(now)), JSON.stringify(home), Math.floor(poll / EVERY), ...used].join(' ');
}

/** Changes when a charging session may have ended. */
export function sessionsKey({ vehicles }: Overview, poll: number): string {
  return [Math.floor(poll / EVERY), ...vehicles.map(({ session }) => session?.pluggedInAt ?? '-')].join(' ');
}

/** Time as the service shows it, moving at its own speed from the moment it was heard. */
export function heardNow(overview: Overview, clock: LocalClock | null, heardAt: number): MovingNow {
  const speed = clock === null ? 1 : (clock.speed ?? 0);
  return { now: instant(overview.now), heardAt, speed };
}
