import { changeHome, type WithdrawalStep } from '../homes/index.ts';
import { asServiceError, type Platform } from '../platform/index.ts';
import type { WithdrawingHome } from './forget.ts';
import { HARD_STOP_MS } from './forget-steps/give-access-back.ts';
import { PATIENCE_MS } from './forget-steps/hand-car-back.ts';

/** When a step stops trying, ms after the withdrawal: it is tried once more just then. */
const givesUpAfterMs: Partial<Record<WithdrawalStep, number>> = {
  'handed-back': PATIENCE_MS,
  revoked: HARD_STOP_MS,
};
const FIRST_MS = 15_000;
const LONGEST_MS = 60 * 60 * 1000;
/** What a queue can delay a message at most; for longer waits the tick finds the home by its due time. */
const QUEUE_DELAY_MS = 900_000;

/**
 * Remembers on the home when to go on, and asks the queue to come back then. Waits 15 s, 30 s, 1 min … 1 h, and never
 * less than the other side asked for, except that the moment to give up is not overslept.
 */
export async function tryLater(
  platform: Platform,
  home: WithdrawingHome,
  step: WithdrawalStep,
  thrown: unknown,
): Promise<void> {
  platform.log.warn('forgetting-delayed', { step, code: asServiceError(thrown).code });
  const now = platform.clock.now();
  const askedMs = (asServiceError(thrown).retryAfterSeconds ?? 0) * 1000;
  const at = now + Math.min(longestMs(home, step, now), Math.max(backoffMs(home), askedMs));
  await changeHome(platform, home.customerId, (read) => ({
    ...read,
    nextDueAt: at,
    withdrawal: read.withdrawal && {
      ...read.withdrawal,
      attempts: read.withdrawal.attempts + 1,
      notBeforeAt: at,
    },
  }));
  if (at - now > QUEUE_DELAY_MS) return;
  await platform.send('forgetting', { customerId: home.customerId }, Math.ceil((at - now) / 1000));
}

function backoffMs({ withdrawal }: WithdrawingHome): number {
  return Math.min(FIRST_MS * 2 ** withdrawal.attempts, LONGEST_MS);
}

function longestMs({ withdrawal }: WithdrawingHome, step: WithdrawalStep, now: number): number {
  const giveUpAt = withdrawal.requestedAt + (givesUpAfterMs[step] ?? 0);
  return giveUpAt > now ? giveUpAt - now : Number.POSITIVE_INFINITY;
}
