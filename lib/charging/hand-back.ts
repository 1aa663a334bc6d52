import { type Command, commandVehicle, wakeVehicle } from '../devices/index.ts';
import { type Home, type HomeVehicle, nothingOwed } from '../homes/index.ts';
import { asServiceError, type Platform, ServiceError } from '../platform/index.ts';

/** Waking takes up to a minute. */
const wakeSeconds = 60;

/**
 * Gives the cars back as we found them when we let go: charging if we paused it, with the limit it had. Returns the home
 * with nothing owed, to be saved. Idempotent. Throws a retryable error where trying later can help; what cannot be given
 * back any more (the grant is gone, the car refuses) is let be.
 */
export async function handBack(platform: Platform, home: Home): Promise<Home> {
  for (const vehicle of home.vehicles) {
    for (const command of owedCommands(vehicle)) await giveBack(platform, vehicle, command);
  }
  return { ...home, vehicles: home.vehicles.map((vehicle) => ({ ...vehicle, owed: nothingOwed })) };
}

/** Starting last: a car that is full to our limit starts only under a higher one. */
function owedCommands({ owed, link, observed }: HomeVehicle): Command[] {
  if (link !== 'working') return [];
  const limitSoc = owed.limitSocBefore;
  const limit: Command[] = limitSoc === null ? [] : [{ kind: 'set-limit', limitSoc }];
  const ampere = owed.ampereBefore;
  const current: Command[] = ampere === null ? [] : [{ kind: 'set-current', ampere }];
  const start: Command[] = owed.pausedByUs && observed?.plug !== 'unplugged' ? [{ kind: 'start' }] : [];
  return [...limit, ...current, ...start];
}

async function giveBack(platform: Platform, vehicle: HomeVehicle, command: Command): Promise<void> {
  const { grantRef, vehicleRef } = vehicle;
  try {
    const { outcome } = await commandVehicle(platform, grantRef, vehicleRef, command);
    if (outcome === 'unknown') throw new ServiceError('vendor-down', { retryable: true });
  } catch (thrown) {
    const error = asServiceError(thrown);
    if (error.code === 'asleep') {
      await wakeVehicle(platform, grantRef, vehicleRef);
      throw new ServiceError('asleep', { retryable: true, retryAfterSeconds: wakeSeconds });
    }
    if (error.retryable) throw error;
    platform.log.warn('not-handed-back', { kind: command.kind, code: error.code });
  }
}
