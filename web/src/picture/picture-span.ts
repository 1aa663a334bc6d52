import type { Vehicle } from '../api/types.ts';
import { HOUR_MS, hourStart, type Instant, instant } from '../time/oslo.ts';

/** What the picture shows: full hours, `fromAt ≤ t < untilAt`. */
export interface Span {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** Short enough that a quarter is some pixels wide on a phone. */
const LEAST_MS = 16 * HOUR_MS;
const OPEN_MS = 24 * HOUR_MS;
/** A car that stands plugged in for days still shows the coming night. */
const LONGEST_PAST_MS = 15 * HOUR_MS;

/** From an hour before the car was plugged in to an hour after it must be ready; without a plan, the coming day. */
export function pictureSpan({ plan, session }: Vehicle, now: Instant): Span {
  const pluggedInAt = session ? instant(session.pluggedInAt) : now;
  const fromAt = hourStart(Math.max(pluggedInAt, now - LONGEST_PAST_MS)) - HOUR_MS;
  const readyAt = plan ? instant(plan.readyAt) : null;
  if (readyAt === null || readyAt <= now) return { fromAt, untilAt: fromAt + OPEN_MS };
  return { fromAt, untilAt: Math.max(hourStart(readyAt + HOUR_MS - 1) + HOUR_MS, fromAt + LEAST_MS) };
}
