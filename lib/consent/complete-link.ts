import { completeGrant, type FoundVehicle } from '../devices/index.ts';
import { changeHome } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { type ClaimedLink, claimLink, LINK_ABANDONED_MS } from './claim-link.ts';
import type { EventDraft } from './consent-event.ts';
import { withLinkedVehicles } from './linked-vehicles.ts';
import { controller, smartCharging } from './purposes.ts';
import { type GivenReceipt, givenReceipt } from './receipts.ts';
import { recordEvent } from './record-event.ts';

/**
 * Completes a begun link. The order makes a crash between any two steps harmless:
 *
 *   1 pending link taken off the home, the grant-to-be noted there as one to give back, and a message sent that does so
 *   2 code spent, tokens sealed in the vault
 *   3 consent recorded
 *   4 cars on the home, grant no longer one to give back
 *
 * Before 4 nothing is linked and the grant is given back; after it the cars are linked and the consent is recorded.
 * Throws `link-expired`, `home-missing`, `withdrawal-in-progress`, and what the maker answers.
 */
export async function completeLink(
  platform: Platform,
  customerId: string,
  { code, state }: { readonly code: string; readonly state: string },
): Promise<{ vehicles: readonly FoundVehicle[]; receipt: GivenReceipt }> {
  const claimed = await claimLink(platform, customerId, state);
  const { link, grantRef, formerGrantRefs } = claimed;
  await platform.send('forgetting', { customerId }, LINK_ABANDONED_MS / 1000);
  const { vehicles } = await completeGrant(platform, {
    provider: link.provider,
    code,
    grantRef,
    formerGrantRefs,
  });
  const event = await recordEvent(platform, givenDraft(platform, claimed));
  const now = platform.clock.now();
  const home = await changeHome(platform, customerId, (read) =>
    withLinkedVehicles(read, { ...claimed, vehicles, now }),
  );
  await platform.send('charging', { customerId });
  if (home.grantsToGiveBack.some(({ fromAt }) => fromAt <= now)) {
    await platform.send('forgetting', { customerId });
  }
  return { vehicles, receipt: givenReceipt(event) };
}

function givenDraft(platform: Platform, { link, consentRef }: ClaimedLink): EventDraft {
  return {
    recordId: platform.random.id(),
    consentRef,
    jurisdiction: 'NO',
    language: link.language,
    controller,
    purposes: [smartCharging],
    notice: { version: link.noticeVersion, sha256: link.noticeSha256 },
    event: 'given',
    at: platform.clock.now(),
    method: 'app',
    evidence: [],
    erased: null,
  };
}
