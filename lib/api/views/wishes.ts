import type { Wishes } from '../../homes/index.ts';
import { type Instant, isoUtc } from '../../time/index.ts';
import type { Overview } from '../contracts/get-overview.ts';
import { shownPercent } from './shown.ts';

/** The driver's wishes as the page shows them; a time that is past is no wish any more. */
export function wishesOf(wishes: Wishes, now: Instant): Overview['vehicles'][number]['wishes'] {
  const { targetSoc, reserveSoc, ceilingSoc, once, ...others } = wishes;
  const isAhead = once !== null && once.readyAt > now;
  return {
    ...others,
    targetPercent: shownPercent(targetSoc),
    reservePercent: shownPercent(reserveSoc),
    ceilingPercent: shownPercent(ceilingSoc),
    once: isAhead ? { readyAt: isoUtc(once.readyAt), targetPercent: shownPercent(once.targetSoc) } : null,
  };
}
