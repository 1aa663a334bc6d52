import type { Platform } from '../platform/index.ts';
import type { SavedSession } from './saved-session.ts';
import { sessionsOf } from './store.ts';

/** The customer's ended sessions of the last three years, newest first. */
export async function listSessions(platform: Platform, customerId: string): Promise<SavedSession[]> {
  const sessions: SavedSession[] = [];
  for await (const session of sessionsOf(platform, customerId)) sessions.push(session);
  return sessions;
}
