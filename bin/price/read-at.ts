import { type Instant, isoLocal, parseIso } from '../../lib/time/index.ts';
import { UsageError } from '../usage-error.ts';

const LOCAL_TIME = /^((20\d\d)-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?$/;
/** The offsets that Europe/Oslo has had since 1980, first the one that comes first on the day that has both. */
const OFFSETS = ['+02:00', '+01:00'] as const;

/**
 * The instant of a Europe/Oslo wall-clock time, `2026-01-15T08:00`, with its offset where the clocks show it twice. Throws
 * UsageError for a time that does not exist, one that comes twice and does not say which, and an offset that Oslo has not then.
 */
export function readAt(text: string): Instant {
  const [, minute, , seconds = ':00', offset] = LOCAL_TIME.exec(text) ?? [];
  const wall = `${minute}${seconds}`;
  if (minute === undefined || parseIso(`${wall}Z`) === null)
    throw new UsageError('--at: must be an Oslo time like 2026-01-15T08:00, from 2000 to 2099');
  const real = OFFSETS.filter((each) => isoLocal(Date.parse(`${wall}${each}`)) === `${wall}${each}`);
  if (real.length === 0)
    throw new UsageError('--at: this time does not exist: the clocks skip it when summer time begins');
  const [meant] = real.filter((each) => offset === undefined || each === offset);
  if (meant === undefined)
    throw new UsageError(`--at: the offset of Oslo at this time is ${real.join(' or ')}`);
  if (offset === undefined && real.length > 1)
    throw new UsageError('--at: this time comes twice that night; add its offset, +02:00 or +01:00');
  return Date.parse(`${wall}${meant}`);
}
