import type { Contact } from '../homes/index.ts';
import { type Instant, QUARTER_MS, quarterStart } from '../time/index.ts';

const minuteMs = 60_000;
const longestBackoffMs = 15 * minuteMs;
/** A maker may ask for hours of peace. It gets them. */
const longestRespectMs = 6 * 60 * minuteMs;
/** A car that stands paused by us must be started again: nobody can wait that long for it. */
const whilePaused = { longestBackoffMs: 5 * minuteMs, longestRespectMs: 15 * minuteMs };
/** From a quarter hour's last minutes on the next poll waits for the one after. */
const pollSlackMs = 5 * minuteMs;

/** It answered: polled again at the quarter-hour tick that comes next. */
export function answered(contact: Contact, now: Instant): Contact {
  return { ...contact, failures: 0, nextReadAt: nextPollAt(now) };
}

export function nextPollAt(now: Instant): Instant {
  return quarterStart(now + pollSlackMs) + QUARTER_MS;
}

/** It failed: again after 1, 2, 4, 8, 15 minutes (1, 2, 4, 5 where paused by us), or when it said. `unit` in [0, 1) spreads the cars over half a minute. */
export function failed(
  contact: Contact,
  now: Instant,
  how: {
    readonly retryAfterSeconds: number | undefined;
    readonly pausedByUs: boolean;
    readonly unit: number;
  },
): Contact {
  const failures = contact.failures + 1;
  const longest = how.pausedByUs ? whilePaused : { longestBackoffMs, longestRespectMs };
  const backoffMs = Math.min(longest.longestBackoffMs, minuteMs * 2 ** (failures - 1));
  const askedMs = Math.min(longest.longestRespectMs, (how.retryAfterSeconds ?? 0) * 1000);
  const waitMs = Math.max(backoffMs, askedMs);
  return { ...contact, failures, nextReadAt: Math.round(now + waitMs + (how.unit * minuteMs) / 2) };
}
