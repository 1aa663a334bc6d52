import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

/** A stretch of time through which Europe/Oslo keeps one UTC offset: `fromAt ≤ at < untilAt`. */
export interface OffsetPeriod {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly offsetMs: number;
}

/** The zone database is asked once per half year; everything else in this room is arithmetic on its answers. */
const known: OffsetPeriod[] = [];

/** The offset period of Europe/Oslo that holds this instant. */
export function offsetPeriod(at: Instant): OffsetPeriod {
  const found = known.find((period) => period.fromAt <= at && at < period.untilAt);
  if (found) return found;
  const period = askZoneDatabase(at);
  known.push(period);
  return period;
}

function askZoneDatabase(at: Instant): OffsetPeriod {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Oslo');
  // 'previous' is strictly before, so it is asked from one millisecond later: a period holds its own first moment.
  const from = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const until = zoned.getTimeZoneTransition('next');
  return {
    fromAt: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    untilAt: until?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: zoned.offsetNanoseconds / 1e6,
  };
}
