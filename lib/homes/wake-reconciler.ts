import type { Instant } from '../time/index.ts';
import type { Home } from './home.ts';

/** Due at once: the message that follows may be lost, the next tick finds it then. A home without cars has nothing to follow. */
export function wakeReconciler(home: Home, now: Instant): Home {
  return home.vehicles.length === 0 ? home : { ...home, nextDueAt: now };
}
