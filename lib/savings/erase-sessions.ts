import type { Platform } from '../platform/index.ts';
import { deleteSession, sessionKeys } from './store.ts';

/** Removes every session of the customer. Idempotent. */
export async function eraseSessions(platform: Platform, customerId: string): Promise<void> {
  for await (const pluggedInAt of sessionKeys(platform, customerId)) {
    await deleteSession(platform, customerId, pluggedInAt);
  }
}
