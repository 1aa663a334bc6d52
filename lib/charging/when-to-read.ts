import type { HomeVehicle, PlanReason } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { pendingCommand, readBackMs } from './command-ledger.ts';
import { desiredState } from './desired-state.ts';
import { differences } from './difference.ts';
import { isLearningPower } from './learning-power.ts';
import { freshMs } from './next-command.ts';

/** Why the car is to be read now: for something that hangs on it, because its poll is due, or (null) not. */
export function whyRead(
  vehicle: HomeVehicle,
  replan: PlanReason | null,
  now: Instant,
): 'purpose' | 'poll' | null {
  const { contact, observed } = vehicle;
  const pollIsDue = now >= contact.nextReadAt;
  if (contact.failures > 0 && !pollIsDue) return null;
  const isFresh = observed?.reach === 'online' && now - observed.fetchedAt <= freshMs;
  if (!isFresh && hangsOnReading(vehicle, replan, now)) return 'purpose';
  return pollIsDue ? 'poll' : null;
}

function hangsOnReading(vehicle: HomeVehicle, replan: PlanReason | null, now: Instant): boolean {
  const pending = pendingCommand(vehicle);
  if (pending !== null && now >= pending.intendedAt + readBackMs) return true;
  if (replan !== null || isLearningPower(vehicle, now)) return true;
  return differences(vehicle, desiredState(vehicle, now), now).length > 0;
}
