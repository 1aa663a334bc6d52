import type { HomeVehicle } from '../homes/index.ts';
import type { ServiceError } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { failed } from './contact.ts';

/** Only the owner can mend these, by linking again; unless the error says that it may pass (a key service that is down). */
const relinkCodes: readonly string[] = ['needs-reauth', 'vehicle-removed', 'sealed-text-unreadable'];
/** What will not mend by itself within minutes is asked again hourly. */
const hourlySeconds = 3600;

/** The car after its maker failed us: to be linked again, or asked again later. */
export function afterFailure(
  vehicle: HomeVehicle,
  error: ServiceError,
  now: Instant,
  unit: number,
): HomeVehicle {
  if (relinkCodes.includes(error.code) && !error.retryable) return { ...vehicle, link: 'needs-relink' };
  const retryAfterSeconds = error.retryAfterSeconds ?? (error.retryable ? undefined : hourlySeconds);
  const { pausedByUs } = vehicle.owed;
  return { ...vehicle, contact: failed(vehicle.contact, now, { retryAfterSeconds, pausedByUs, unit }) };
}
