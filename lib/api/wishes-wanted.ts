import type * as z from 'zod';
import type { Wishes } from '../homes/index.ts';
import { ServiceError } from '../platform/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import type { putWishesContract } from './contracts/put-wishes.ts';

const farthestMs = 7 * 24 * HOUR_MS;

/**
 * The wishes that were sent, as the home keeps them. Throws `invalid-request` with the field that cannot be: a ceiling below the
 * target, a reserve above it, a time that is past or more than a week away.
 */
export function wishesWanted(body: z.output<typeof putWishesContract.body & {}>, now: Instant): Wishes {
  const { targetPercent, reservePercent, ceilingPercent, once, ...others } = body;
  if (ceilingPercent < targetPercent) throw new ServiceError('invalid-request', { field: 'ceilingPercent' });
  if (reservePercent > targetPercent) throw new ServiceError('invalid-request', { field: 'reservePercent' });
  const readyAt = once === null ? null : Date.parse(once.readyAt);
  if (readyAt !== null && (readyAt <= now || readyAt > now + farthestMs)) {
    throw new ServiceError('invalid-request', { field: 'once.readyAt' });
  }
  return {
    ...others,
    targetSoc: targetPercent / 100,
    reserveSoc: reservePercent / 100,
    ceilingSoc: ceilingPercent / 100,
    once: once && readyAt !== null ? { readyAt, targetSoc: once.targetPercent / 100 } : null,
  };
}
