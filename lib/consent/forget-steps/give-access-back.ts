import { type RevocationEvidence, revokeGrant } from '../../devices/index.ts';
import type { Platform } from '../../platform/index.ts';
import type { ForgetStep, WithdrawingHome } from '../forget.ts';
import { grantsOf } from '../grants-of.ts';
import { recordEnding } from '../record-ending.ts';

/** However long a maker is down, a customer who withdrew is forgotten by then. */
export const HARD_STOP_MS = 72 * 60 * 60 * 1000;

/** Revokes every grant at its maker and keeps what the maker answered as evidence. */
export const giveAccessBack: ForgetStep = async (platform, home) => {
  const evidence: RevocationEvidence[] = [];
  for (const grantRef of grantsOf(home)) {
    const answered = await revokeUntilHardStop(platform, home, grantRef);
    if (answered !== null) evidence.push(answered);
  }
  await recordEnding(platform, home, {
    event: 'revoked',
    recordId: platform.random.id(),
    at: platform.clock.now(),
    method: 'service',
    evidence: evidence.map(({ grantRef: _ours, ownerUrl: _known, ...kept }) => kept),
  });
};

/** `null` where nothing was ever asked of a maker: a link that was begun and never completed. */
async function revokeUntilHardStop(
  platform: Platform,
  home: WithdrawingHome,
  grantRef: string,
): Promise<RevocationEvidence | null> {
  const vehicle = home.vehicles.find((standing) => standing.grantRef === grantRef);
  try {
    const answered = await revokeGrant(platform, grantRef);
    return answered.steps.length > 0 || vehicle !== undefined ? answered : null;
  } catch (thrown) {
    if (platform.clock.now() < home.withdrawal.requestedAt + HARD_STOP_MS) throw thrown;
    platform.log.error('revocation-given-up', thrown);
    platform.metrics.count('revocation-given-up');
    const requestedAt = home.withdrawal.requestedAt;
    const provider = vehicle?.provider ?? 'tesla';
    return { grantRef, provider, requestedAt, steps: [], level: 'local-only', ownerUrl: '' };
  }
}
