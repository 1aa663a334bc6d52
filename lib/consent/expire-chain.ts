import type { Platform } from '../platform/index.ts';
import type { WithdrawingHome } from './forget.ts';
import { letExpire, readEvents } from './store.ts';

/** A claim against us lapses three years after the end (foreldelsesloven § 2); so long we can show what was agreed. */
const KEPT_YEARS = 3;

/** Lets the whole chain expire three years after consent was withdrawn. */
export async function expireChain(platform: Platform, home: WithdrawingHome): Promise<void> {
  if (home.consentRef === null) return;
  const end = new Date(home.withdrawal.requestedAt);
  const expiresAt = end.setUTCFullYear(end.getUTCFullYear() + KEPT_YEARS);
  for (const event of await readEvents(platform, home.consentRef)) {
    await letExpire(platform, event, Math.ceil(expiresAt / 1000));
  }
}
