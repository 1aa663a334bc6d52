import { timingSafeEqual } from 'node:crypto';
import { changeHome, type PendingLink } from '../homes/index.ts';
import { type Platform, ServiceError, sha256Hex } from '../platform/index.ts';

/** Long after any completion can still be at work: what it left behind is given back. */
export const LINK_ABANDONED_MS = 15 * 60 * 1000;

/** A begun link, taken off the home so that nobody can complete it twice. */
export interface ClaimedLink {
  readonly link: PendingLink;
  readonly consentRef: string;
  /** Chosen and noted on the home before it exists, so that a crash leaves no grant that nobody knows of. */
  readonly grantRef: string;
  /** The grants its cars stood on until now. */
  readonly formerGrantRefs: readonly string[];
}

/**
 * Takes the pending link off in one conditional write, before the maker's code is spent. The state is bound to the
 * customer because it is looked for on their home only; it is compared in constant time.
 * Throws `link-expired` where there is none, it is not this one, or it is too late; `home-missing`; `withdrawal-in-progress`.
 */
export async function claimLink(platform: Platform, customerId: string, state: string): Promise<ClaimedLink> {
  const now = platform.clock.now();
  const grantRef = platform.random.id();
  const newConsentRef = platform.random.id();
  let link: PendingLink | null = null;
  const home = await changeHome(platform, customerId, (read) => {
    if (read.withdrawal !== null) throw new ServiceError('withdrawal-in-progress');
    link = read.pendingLink;
    if (link === null || !isState(link, state) || link.expiresAt <= now) {
      throw new ServiceError('link-expired');
    }
    return {
      ...read,
      pendingLink: null,
      consentRef: read.consentRef ?? newConsentRef,
      grantsToGiveBack: [...read.grantsToGiveBack, { grantRef, fromAt: now + LINK_ABANDONED_MS }],
    };
  });
  // changeHome calls back before it returns; TypeScript cannot see that.
  const formerGrantRefs = [...new Set(home.vehicles.map((vehicle) => vehicle.grantRef))];
  return {
    link: link as unknown as PendingLink,
    consentRef: home.consentRef ?? newConsentRef,
    grantRef,
    formerGrantRefs,
  };
}

function isState(link: PendingLink, state: string): boolean {
  return timingSafeEqual(Buffer.from(sha256Hex(state)), Buffer.from(link.stateSha256));
}
