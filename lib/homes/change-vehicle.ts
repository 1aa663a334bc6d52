import { type Platform, ServiceError } from '../platform/index.ts';
import type { Home, HomeVehicle, Mode } from './home.ts';
import { refuseWhileWithdrawing } from './refuse-while-withdrawing.ts';
import { changeHome } from './store.ts';
import { wakeReconciler } from './wake-reconciler.ts';
import type { Wishes } from './wishes.ts';

/**
 * When the car is to be ready and with how much: the wishes that `change` makes of those it has. Throws what that throws, and
 * `not-found`, `home-missing`, `withdrawal-in-progress`.
 */
export async function changeWishes(
  platform: Platform,
  customerId: string,
  vehicleRef: string,
  change: (before: Wishes) => Wishes,
): Promise<Wishes> {
  const { vehicles } = await changeVehicle(platform, customerId, vehicleRef, (vehicle) => ({
    ...vehicle,
    wishes: change(vehicle.wishes),
  }));
  const changed = vehicles.find((vehicle) => vehicle.vehicleRef === vehicleRef);
  if (changed === undefined) throw new ServiceError('not-found');
  return changed.wishes;
}

/** The driver's word: plan, charge now, pause. Throws as `changeWishes`. */
export function changeMode(
  platform: Platform,
  customerId: string,
  vehicleRef: string,
  mode: Mode,
): Promise<Home> {
  return changeVehicle(platform, customerId, vehicleRef, (vehicle) => ({ ...vehicle, mode }));
}

async function changeVehicle(
  platform: Platform,
  customerId: string,
  vehicleRef: string,
  change: (vehicle: HomeVehicle) => HomeVehicle,
): Promise<Home> {
  const now = platform.clock.now();
  const home = await changeHome(platform, customerId, (read) => {
    refuseWhileWithdrawing(read);
    if (!read.vehicles.some((vehicle) => vehicle.vehicleRef === vehicleRef))
      throw new ServiceError('not-found');
    const vehicles = read.vehicles.map((vehicle) =>
      vehicle.vehicleRef === vehicleRef ? change(vehicle) : vehicle,
    );
    return wakeReconciler({ ...read, vehicles }, now);
  });
  await platform.send('charging', { customerId });
  return home;
}
