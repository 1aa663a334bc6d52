import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';

const patienceMs = 5 * 60_000;

/** A car tells how much it takes only while it charges: one that has just begun is given a moment before it is planned and paused. */
export function isLearningPower({ session, observed, mode }: HomeVehicle, now: Instant): boolean {
  if (session === null || session.maxKw !== null || mode !== 'plan') return false;
  const isStarting = observed?.charge === 'starting' || observed?.charge === 'charging';
  return isStarting && now - session.pluggedInAt < patienceMs;
}
