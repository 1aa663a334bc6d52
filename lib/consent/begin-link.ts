import { authorizeUrl, type ProviderName } from '../devices/index.ts';
import { changeHome, type Home, type Language, type PendingLink } from '../homes/index.ts';
import { type Platform, ServiceError, sha256Hex } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { notice } from './notice.ts';

const LINK_LASTS_MS = 10 * 60 * 1000;

/** What the customer says when linking a car: which text they agreed to, and how big the battery is (usable kWh). */
interface LinkRequest {
  readonly provider: ProviderName;
  readonly language: Language;
  readonly noticeVersion: string;
  readonly noticeSha256: string;
  readonly batteryKwh: number;
}

/**
 * Remembers the request on the home, with only the hash of a random state, and tells where the customer signs in. A link
 * begun before is forgotten. Throws `consent-text-outdated`, `home-missing`, `withdrawal-in-progress`.
 */
export async function beginLink(
  platform: Platform,
  customerId: string,
  request: LinkRequest,
): Promise<{ authorizeUrl: string; expiresAt: Instant }> {
  const current = notice(request.language);
  if (request.noticeVersion !== current.version || request.noticeSha256 !== current.sha256) {
    throw new ServiceError('consent-text-outdated');
  }
  const state = platform.random.id();
  const expiresAt = platform.clock.now() + LINK_LASTS_MS;
  const pendingLink: PendingLink = { ...request, stateSha256: sha256Hex(state), expiresAt };
  await changeHome(platform, customerId, (home) => withPendingLink(home, pendingLink));
  return { authorizeUrl: authorizeUrl(platform, request.provider, state), expiresAt };
}

function withPendingLink(home: Home, pendingLink: PendingLink): Home {
  if (home.withdrawal !== null) throw new ServiceError('withdrawal-in-progress');
  return { ...home, pendingLink };
}
