import { type Platform, ServiceError } from '../platform/index.ts';
import type { Command, CommandOutcome, Observation } from './port.ts';
import type { MakersVehicle, Provider } from './provider.ts';
import { providerNamed } from './providers.ts';
import { type GrantSession, openSession } from './vault/session.ts';

/**
 * What the car says of itself. Asks first whether it is reachable and for live data only where it is: never wakes it. A
 * car that is not online gives an observation of nulls. Throws canonical errors (`needs-reauth`, `vehicle-removed`,
 * `rate-limited`, `vendor-down`, …).
 */
export function readVehicle(platform: Platform, grantRef: string, vehicleRef: string): Promise<Observation> {
  return withVehicle(platform, grantRef, vehicleRef, (provider, session, vehicle) =>
    provider.read(session, vehicle),
  );
}

/** One wake-up call. The car needs 10–60 s: read again later. */
export function wakeVehicle(
  platform: Platform,
  grantRef: string,
  vehicleRef: string,
): Promise<'online' | 'asleep'> {
  return withVehicle(platform, grantRef, vehicleRef, (provider, session, vehicle) =>
    provider.wake(session, vehicle),
  );
}

/** Sends one set-state command, once. Throws `asleep` (retryable) where the car cannot hear it, and canonical errors. */
export function commandVehicle(
  platform: Platform,
  grantRef: string,
  vehicleRef: string,
  command: Command,
): Promise<CommandOutcome> {
  return withVehicle(platform, grantRef, vehicleRef, (provider, session, vehicle) =>
    provider.command(session, vehicle, command),
  );
}

async function withVehicle<Result>(
  platform: Platform,
  grantRef: string,
  vehicleRef: string,
  work: (provider: Provider, session: GrantSession, vehicle: MakersVehicle) => Promise<Result>,
): Promise<Result> {
  const session = await openSession(platform, providerNamed, grantRef);
  const { provider, secret } = session.grant();
  const vehicle = secret.vehicles.find((known) => known.vehicleRef === vehicleRef);
  if (vehicle === undefined) {
    throw new ServiceError('vehicle-removed');
  }
  return work(providerNamed(provider), session, vehicle);
}
