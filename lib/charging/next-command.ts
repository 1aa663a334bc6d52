import type { Command } from '../devices/index.ts';
import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { mayCommand, mayRead } from './budget.ts';
import { failedAttempts, pendingCommand, readBackMs } from './command-ledger.ts';
import { desiredState } from './desired-state.ts';
import { differences } from './difference.ts';

/** A command is decided on a reading no older than this. */
export const freshMs = 60_000;
const longestRetryMs = 15 * 60_000;

/** What to send now; null while the car does what it should, an answer is awaited, or a retry or the budget says wait. */
export function nextCommand(vehicle: HomeVehicle, now: Instant): Command | null {
  const [command] = differences(vehicle, desiredState(vehicle, now), now);
  if (command === undefined || !knownWellEnough(vehicle, command, now)) return null;
  if (mustWaitForReading(vehicle, command) || now < retryAt(vehicle, command.kind)) return null;
  return mayCommand(vehicle.budget, command.kind, now) ? command : null;
}

/** After a failed attempt: 90 seconds, doubling to a quarter hour. 0 where nothing failed. */
export function retryAt(vehicle: HomeVehicle, kind: Command['kind']): Instant {
  const failed = failedAttempts(vehicle, kind);
  const last = failed.at(-1);
  if (last === undefined) return 0;
  return last.intendedAt + Math.min(longestRetryMs, readBackMs * 2 ** (failed.length - 1));
}

/** A fresh reading of a car that listens; where the day's reads are spent, starting is safe without. */
function knownWellEnough(vehicle: HomeVehicle, command: Command, now: Instant): boolean {
  const { observed, budget } = vehicle;
  if (observed === null || observed.reach !== 'online') return false;
  if (now - observed.fetchedAt <= freshMs) return true;
  return command.kind === 'start' && !mayRead(budget, 'purpose', now);
}

/** One command at a time, but a start or stop that contradicts the one on its way goes out at once. */
function mustWaitForReading(vehicle: HomeVehicle, command: Command): boolean {
  const pending = pendingCommand(vehicle);
  if (pending === null) return false;
  return pending.kind === command.kind || command.kind === 'set-limit' || command.kind === 'set-current';
}
