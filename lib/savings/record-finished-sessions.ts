import { changeHome, type FinishedSession, loadHome } from '../homes/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { deleteSession, putSession } from './store.ts';

/**
 * Moves ended sessions from the home to the savings table: written there first, then taken off. A crash in between writes
 * the same rows again. Nothing is written for a home that is being forgotten.
 */
export async function recordFinishedSessions(platform: Platform, customerId: string): Promise<void> {
  const home = await loadHome(platform, customerId);
  if (home === null || home.withdrawal !== null || home.finishedSessions.length === 0) return;
  const written: Instant[] = [];
  for (const session of home.finishedSessions) written.push(await putSession(platform, customerId, session));
  try {
    await takeOff(platform, customerId, home.finishedSessions);
    platform.log.info('session-recorded', { count: home.finishedSessions.length });
  } catch (thrown) {
    if (!(thrown instanceof ServiceError) || thrown.code !== 'home-missing') throw thrown;
    // Forgotten while we wrote: what was written after the erasure goes too.
    for (const pluggedInAt of written) await deleteSession(platform, customerId, pluggedInAt);
  }
}

async function takeOff(
  platform: Platform,
  customerId: string,
  sessions: readonly FinishedSession[],
): Promise<void> {
  const written = new Set(sessions.map(keyOf));
  await changeHome(platform, customerId, (read) => ({
    ...read,
    finishedSessions: read.finishedSessions.filter((session) => !written.has(keyOf(session))),
  }));
}

function keyOf({ vehicleRef, pluggedInAt }: FinishedSession): string {
  return `${vehicleRef}/${pluggedInAt}`;
}
