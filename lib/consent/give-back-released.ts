import { destroyGrant, revokeGrant } from '../devices/index.ts';
import { changeHome, type Home } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';

const AGAIN_AFTER_SECONDS = 900;

/** Revokes and destroys the grants that no car stands on any more: replaced ones, and those of links never completed. */
export async function giveBackReleased(platform: Platform, home: Home): Promise<void> {
  const now = platform.clock.now();
  for (const { grantRef, fromAt } of home.grantsToGiveBack) {
    if (fromAt > now) continue;
    try {
      await revokeGrant(platform, grantRef);
    } catch (thrown) {
      platform.log.error('give-back-delayed', thrown);
      await platform.send('forgetting', { customerId: home.customerId }, AGAIN_AFTER_SECONDS);
      return;
    }
    await destroyGrant(platform, grantRef);
    await changeHome(platform, home.customerId, (read) => ({
      ...read,
      grantsToGiveBack: read.grantsToGiveBack.filter((waiting) => waiting.grantRef !== grantRef),
    }));
  }
}
