import { destroyGrant, revokeGrant } from '../../devices/index.ts';
import { eraseHome, loadHome } from '../../homes/index.ts';
import { type Platform, ServiceError } from '../../platform/index.ts';
import { eraseSessions } from '../../savings/index.ts';
import { expireChain } from '../expire-chain.ts';
import type { ForgetStep, WithdrawingHome } from '../forget.ts';
import { grantsOf } from '../grants-of.ts';
import { recordEnding } from '../record-ending.ts';

/** Twice the longest life of a function that writes savings or seals tokens: what was under way at withdrawal has ended. */
const IN_FLIGHT_MS = 60 * 1000;

/**
 * Erases what is left, the home last: only it knows the pseudonym and the grants, so as long as anything remains the work
 * can be found and finished. Waits for what was in flight at the withdrawal, which may still have written a session or
 * sealed the tokens of a link.
 */
export const eraseCustomer: ForgetStep = async (platform, home) => {
  const leftMs = home.withdrawal.requestedAt + IN_FLIGHT_MS - platform.clock.now();
  if (leftMs > 0) {
    throw new ServiceError('conflict', { retryable: true, retryAfterSeconds: Math.ceil(leftMs / 1000) });
  }
  await giveBackLatecomers(platform, home);
  await eraseSessions(platform, home.customerId);
  await recordEnding(platform, home, {
    event: 'erased',
    recordId: platform.random.id(),
    at: platform.clock.now(),
    method: 'service',
    erased: { vehicles: home.vehicles.length, grants: grantsOf(home).length },
  });
  await expireChain(platform, home);
  await eraseNewest(platform, home);
};

async function giveBackLatecomers(platform: Platform, home: WithdrawingHome): Promise<void> {
  for (const { grantRef } of home.grantsToGiveBack) {
    await revokeGrant(platform, grantRef);
    await destroyGrant(platform, grantRef);
  }
}

/** The same withdrawal's other run may write the home once more in between; a home made again after it is not ours. */
async function eraseNewest(platform: Platform, { customerId, withdrawal }: WithdrawingHome): Promise<void> {
  const home = await loadHome(platform, customerId);
  if (home?.withdrawal?.withdrawalId !== withdrawal.withdrawalId) return;
  await eraseHome(platform, customerId, home.version);
}
