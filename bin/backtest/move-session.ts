import { addDays, atLocalTime, HOUR_MS, type Instant, localDate, localTime } from '../../lib/time/index.ts';
import type { Session } from './session.ts';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

export interface PriceSpan {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/**
 * The session moved by whole weeks to where prices are: same weekday, same wall-clock time in Europe/Oslo, as long as it was. One
 * that lies there already stays. Sessions keep their order of weeks, going round in a span that is shorter than theirs. Null
 * where the span has no room for it.
 */
export function moveSession(session: Session, { fromAt, untilAt }: PriceSpan): Session | null {
  const { plugInAt, plugOutAt } = session;
  if (isInside(session, { fromAt, untilAt })) return session;
  const spanWeeks = Math.max(1, Math.floor((untilAt - fromAt) / WEEK_MS));
  const weeksAfter = Math.floor((plugInAt - fromAt) / WEEK_MS);
  const wanted = ((weeksAfter % spanWeeks) + spanWeeks) % spanWeeks;
  // The last week ends with the span; sessions that would go on after it begin a week earlier.
  for (const week of [wanted, wanted - 1, wanted + 1]) {
    const movedAt = addWeeks(plugInAt, week - weeksAfter);
    const moved = { ...session, plugInAt: movedAt, plugOutAt: movedAt + (plugOutAt - plugInAt) };
    if (isInside(moved, { fromAt, untilAt })) return moved;
  }
  return null;
}

function isInside({ plugInAt, plugOutAt }: Session, { fromAt, untilAt }: PriceSpan): boolean {
  return plugInAt >= fromAt && plugOutAt <= untilAt;
}

/** The same weekday and wall-clock time so many weeks later. */
export function addWeeks(at: Instant, weeks: number): Instant {
  return atLocalTime(addDays(localDate(at), 7 * weeks), localTime(at)) + (at % MINUTE_MS);
}
