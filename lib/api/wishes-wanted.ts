import type * as z from 'zod';
import type { Wishes } from '../homes/index.ts';
import { ServiceError } from '../platform/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import type { putWishesContract } from './contracts/put-wishes.ts';

type Sent = z.output<typeof putWishesContract.body & {}>;

const farthestMs = 7 * 24 * HOUR_MS;

/**
 * The wishes of a car after a change: what was not sent stays, but for a reserve or a ceiling that the new target leaves no room for,
 * which an app that does not know them could not mend. Throws `invalid-request` with the field that cannot be: of what was sent, a
 * ceiling below the target, a reserve above it, a time more than a week away. A time that is past is dropped: it has been served.
 */
export function wishesWanted(sent: Sent, before: Wishes, now: Instant): Wishes {
  const { readyBy, readyByWeekend, priceLimitOre, unbroken, prefer, warmMinutes } = sent;
  const targetSoc = sent.targetPercent / 100;
  const once = onceWanted(sent.once, before, now);
  return {
    readyBy,
    readyByWeekend: readyByWeekend === undefined ? before.readyByWeekend : readyByWeekend,
    priceLimitOre: priceLimitOre === undefined ? before.priceLimitOre : priceLimitOre,
    unbroken: unbroken ?? before.unbroken,
    prefer: prefer ?? before.prefer,
    warmMinutes: warmMinutes ?? before.warmMinutes,
    targetSoc,
    reserveSoc: reserveWanted(sent, before, once),
    ceilingSoc: ceilingWanted(sent, before),
    once,
  };
}

function ceilingWanted({ ceilingPercent, targetPercent }: Sent, before: Wishes): number {
  if (ceilingPercent === undefined) return Math.max(before.ceilingSoc, targetPercent / 100);
  if (ceilingPercent < targetPercent) throw new ServiceError('invalid-request', { field: 'ceilingPercent' });
  return ceilingPercent / 100;
}

function reserveWanted(
  { reservePercent, targetPercent, once: sentOnce }: Sent,
  before: Wishes,
  once: Wishes['once'],
): number {
  const targetSoc = targetPercent / 100;
  // A reserve above what one trip needs stays: it comes first, also then.
  if (reservePercent === undefined) return Math.min(before.reserveSoc, targetSoc);
  const reserveSoc = reservePercent / 100;
  if (reserveSoc > targetSoc) throw new ServiceError('invalid-request', { field: 'reservePercent' });
  if (sentOnce !== undefined && once !== null && reserveSoc > once.targetSoc)
    throw new ServiceError('invalid-request', { field: 'once.targetPercent' });
  return reserveSoc;
}

function onceWanted(sent: Sent['once'], before: Wishes, now: Instant): Wishes['once'] {
  if (sent === undefined) return before.once !== null && before.once.readyAt > now ? before.once : null;
  if (sent === null) return null;
  const readyAt = Date.parse(sent.readyAt);
  if (readyAt > now + farthestMs) throw new ServiceError('invalid-request', { field: 'once.readyAt' });
  return readyAt <= now ? null : { readyAt, targetSoc: sent.targetPercent / 100 };
}
