import { loadHome } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import type { ConsentEvent, PurposeId } from './consent-event.ts';
import { readEvents } from './store.ts';

/** What the customer keeps of having agreed. */
export interface GivenReceipt {
  readonly receiptId: string;
  readonly event: 'given';
  readonly at: Instant;
  readonly purposes: readonly PurposeId[];
  readonly noticeVersion: string;
  readonly noticeSha256: string;
}

export function givenReceipt(event: ConsentEvent): GivenReceipt {
  return {
    receiptId: event.recordId,
    event: 'given',
    at: event.at,
    purposes: event.purposes.map(({ id }) => id),
    noticeVersion: event.notice.version,
    noticeSha256: event.notice.sha256,
  };
}

/** Every time this customer agreed, oldest first; none where there is no home or nothing was agreed. */
export async function listReceipts(platform: Platform, customerId: string): Promise<GivenReceipt[]> {
  const home = await loadHome(platform, customerId);
  if (home === null || home.consentRef === null) return [];
  const events = await readEvents(platform, home.consentRef);
  return events.filter(({ event }) => event === 'given').map(givenReceipt);
}
