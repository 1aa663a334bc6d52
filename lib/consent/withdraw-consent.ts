import { changeHome, type Home, loadHome, type Withdrawal } from '../homes/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import type { ConsentEvent, PurposeId } from './consent-event.ts';
import { givenReceipt } from './receipts.ts';
import { readEvents } from './store.ts';

/** What the customer keeps of having withdrawn. `consentRef` is the pseudonym of the record that remains. */
export interface WithdrawalReceipt {
  readonly receiptId: string;
  readonly consentRef: string;
  readonly withdrawnAt: Instant;
  readonly purposes: readonly PurposeId[];
  readonly noticeVersion: string;
  readonly noticeSha256: string;
}

/**
 * Stops all processing in one conditional write: the epoch moves, so whatever is under way is discarded. The rest
 * (`forget`) follows by message, and by the tick should that be lost. Asking again gives the same receipt.
 * Throws `not-found` where nothing was ever agreed.
 */
export async function withdrawConsent(platform: Platform, customerId: string): Promise<WithdrawalReceipt> {
  const given = await lastGiven(platform, customerId);
  const withdrawalId = platform.random.id();
  const now = platform.clock.now();
  const withdrawal: Withdrawal = {
    withdrawalId,
    requestedAt: now,
    done: [],
    attempts: 0,
    notBeforeAt: now,
  };
  const home = await changeHome(platform, customerId, (read) => withWithdrawal(read, withdrawal));
  await platform.send('forgetting', { customerId });
  const { purposes, noticeVersion, noticeSha256 } = givenReceipt(given);
  return {
    receiptId: home.withdrawal?.withdrawalId ?? withdrawalId,
    consentRef: given.consentRef,
    withdrawnAt: home.withdrawal?.requestedAt ?? now,
    purposes,
    noticeVersion,
    noticeSha256,
  };
}

function withWithdrawal(home: Home, withdrawal: Withdrawal): Home {
  if (home.withdrawal !== null) return home;
  return {
    ...home,
    withdrawal,
    epoch: home.epoch + 1,
    pendingLink: null,
    nextDueAt: withdrawal.requestedAt,
  };
}

async function lastGiven(platform: Platform, customerId: string): Promise<ConsentEvent> {
  const home = await loadHome(platform, customerId);
  const events = home?.consentRef ? await readEvents(platform, home.consentRef) : [];
  const given = events.findLast(({ event }) => event === 'given');
  if (given === undefined) throw new ServiceError('not-found');
  return given;
}
