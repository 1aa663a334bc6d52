import { type Home, type HomeVehicle, saveHome } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import type { KnownPrices } from './known-prices.ts';
import { look } from './look.ts';
import { withCarEnergy } from './with-car-energy.ts';
import { withVehicle } from './with-vehicle.ts';

/**
 * The home with every car as it is after looking, one after the other: cars of one grant share its tokens. Saved in between, so that
 * what one car told is kept whatever the next one's maker does. One car's reading is saved with what follows from it.
 */
export async function lookAtCars(
  platform: Platform,
  home: Home,
  prices: KnownPrices,
  now: Instant,
): Promise<Home> {
  let seen = home;
  for (const { vehicleRef } of home.vehicles) {
    const vehicle = seen.vehicles.find((other) => other.vehicleRef === vehicleRef);
    if (vehicle === undefined || vehicle.link !== 'working') continue;
    const read = await lookAt(platform, seen, vehicle, prices, now);
    const isChanged = read !== seen && home.vehicles.length > 1;
    seen = isChanged ? await saveHome(platform, read) : read;
  }
  return seen;
}

async function lookAt(
  platform: Platform,
  home: Home,
  vehicle: HomeVehicle,
  prices: KnownPrices,
  now: Instant,
): Promise<Home> {
  const { vehicle: told, finished } = await look(platform, vehicle, prices, now);
  if (told === vehicle) return home;
  const finishedSessions = finished === null ? home.finishedSessions : [...home.finishedSessions, finished];
  return withCarEnergy({ ...withVehicle(home, told), finishedSessions }, vehicle, told, finished);
}
