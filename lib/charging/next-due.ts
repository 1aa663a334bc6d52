import type { Home, HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { pendingCommand, readBackMs } from './command-ledger.ts';
import { desiredState } from './desired-state.ts';
import { differences } from './difference.ts';
import { isLearningPower } from './learning-power.ts';
import { retryAt } from './next-command.ts';
import { isAsleepThoughNeeded, isWaking, nextWakeAt, wakeCheckMs, wakeLeadMs } from './when-to-wake.ts';
import { monthKeptUntil } from './without-past-months.ts';

/** Never sooner than this, whatever is wished: a home must not spin. */
const soonestMs = 15_000;

/** When the home wants attention next; where no car of it can be reached any more, when its month is to be forgotten, or never: null. */
export function nextDueAt(home: Home, now: Instant): Instant | null {
  const dues = home.vehicles
    .filter(({ link }) => link === 'working')
    .map((vehicle) => vehicleDueAt(vehicle, now));
  if (dues.length > 0) return Math.max(now + soonestMs, Math.min(...dues));
  const keptUntil = monthKeptUntil(home);
  return keptUntil === null ? null : Math.max(now + soonestMs, keptUntil);
}

/** The first of: poll or back-off, reading back, a retry, a window's edge, the ready time. */
function vehicleDueAt(vehicle: HomeVehicle, now: Instant): Instant {
  const { contact } = vehicle;
  if (contact.failures > 0) return contact.nextReadAt;
  const candidates = [...planEdges(vehicle), ...commandTimes(vehicle, now), ...wakeTimes(vehicle, now)];
  return Math.min(Math.max(contact.nextReadAt, now), ...candidates.filter((at) => at > now));
}

function planEdges({ plan, observed }: HomeVehicle): Instant[] {
  if (plan === null || observed?.plug !== 'plugged') return [];
  const leadMs = observed.reach === 'asleep' ? wakeLeadMs : 0;
  const edges = plan.windows.flatMap(({ fromAt, untilAt }) => [fromAt - leadMs, fromAt, untilAt]);
  return [...edges, plan.readyAt];
}

function commandTimes(vehicle: HomeVehicle, now: Instant): Instant[] {
  const pending = pendingCommand(vehicle);
  if (pending !== null) return [pending.intendedAt + readBackMs];
  const [wanted] = differences(vehicle, desiredState(vehicle, now), now);
  if (isLearningPower(vehicle, now)) return [now + readBackMs];
  return wanted === undefined ? [] : [retryAt(vehicle, wanted.kind)];
}

function wakeTimes(vehicle: HomeVehicle, now: Instant): Instant[] {
  if (isWaking(vehicle, now)) return [now + wakeCheckMs];
  return isAsleepThoughNeeded(vehicle, now) ? [nextWakeAt(vehicle, now)] : [];
}
