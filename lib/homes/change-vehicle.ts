import { type Platform, ServiceError } from '../platform/index.ts';
import type { Home, HomeVehicle, Mode } from './home.ts';
import { refuseWhileWithdrawing } from './refuse-while-withdrawing.ts';
import { changeHome } from './store.ts';
import { wakeReconciler } from './wake-reconciler.ts';
import type { Wishes } from './wishes.ts';

/** When the car is to be ready and with how much. Throws `not-found`, `home-missing`, `withdrawal-in-progress`. */
export function changeWishes(
  platform: Platform,
  customerId: string,
  vehicleRef: string,
  wishes: Wishes,
): Promise<Home> {
  return changeVehicle(platform, customerId, vehicleRef, (vehicle) => ({ ...vehicle, wishes }));
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
