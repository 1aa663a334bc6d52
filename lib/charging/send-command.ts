import { type Command, type CommandOutcome, commandVehicle, wakeVehicle } from '../devices/index.ts';
import { type Home, type HomeVehicle, saveHome } from '../homes/index.ts';
import { asServiceError, type Platform, type ServiceError } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { spend } from './budget.ts';
import { intend, readBackMs, withOutcome } from './command-ledger.ts';
import { afterFailure } from './maker-failure.ts';
import { withVehicle } from './with-vehicle.ts';

/**
 * Writes the command on the item, sends it, and returns the home with what the maker said, to be saved. The first write
 * is also the gate: a withdrawal in between makes it a stale write, and nothing is sent.
 */
export async function sendCommand(
  platform: Platform,
  home: Home,
  vehicle: HomeVehicle,
  command: Command,
): Promise<Home> {
  const now = platform.clock.now();
  const commandId = platform.random.id();
  const budgeted = { ...vehicle, budget: spend(vehicle.budget, 'commands', now) };
  const intended = intend(budgeted, command, commandId, now);
  const saved = await saveHome(platform, { ...withVehicle(home, intended), nextDueAt: now + readBackMs });
  platform.log.info('command-sent', { kind: command.kind });
  try {
    const answer = await commandVehicle(platform, vehicle.grantRef, vehicle.vehicleRef, command);
    return withVehicle(saved, withOutcome(intended, commandId, answer, now));
  } catch (thrown) {
    const error = asServiceError(thrown);
    platform.log.warn('command-failed', { kind: command.kind, code: error.code });
    const told = withOutcome(intended, commandId, outcomeOf(error), now);
    return withVehicle(saved, afterCommandFailure(told, error, now, platform.random.unit()));
  }
}

/** Calls a sleeping car, once; whether it listens the next reading tells. Counted before it is sent, as each one costs. */
export async function wake(platform: Platform, home: Home, vehicle: HomeVehicle): Promise<Home> {
  const now = platform.clock.now();
  const called: HomeVehicle = {
    ...vehicle,
    budget: spend(vehicle.budget, 'wakes', now),
    contact: { ...vehicle.contact, wokenAt: now },
  };
  const saved = await saveHome(platform, { ...withVehicle(home, called), nextDueAt: now + readBackMs });
  platform.log.info('car-woken');
  try {
    await wakeVehicle(platform, vehicle.grantRef, vehicle.vehicleRef);
    return saved;
  } catch (thrown) {
    const error = asServiceError(thrown);
    platform.log.warn('car-not-woken', { code: error.code });
    return withVehicle(saved, afterFailure(called, error, now, platform.random.unit()));
  }
}

/** A failure that may have been the answer's and not the command's: it is read back before anything else. */
function outcomeOf(error: ServiceError): CommandOutcome {
  return error.retryable && error.code !== 'asleep'
    ? { outcome: 'unknown' }
    : { outcome: 'refused', reason: error.code };
}

/** A car that fell asleep since it was read is not a failure of its maker. */
function afterCommandFailure(
  vehicle: HomeVehicle,
  error: ServiceError,
  now: Instant,
  unit: number,
): HomeVehicle {
  if (error.code !== 'asleep') return afterFailure(vehicle, error, now, unit);
  return { ...vehicle, observed: vehicle.observed && { ...vehicle.observed, reach: 'asleep' } };
}
