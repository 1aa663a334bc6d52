import type { Home, HomeVehicle } from '../homes/index.ts';

/** The home with this state of one of its cars. */
export function withVehicle(home: Home, vehicle: HomeVehicle): Home {
  const vehicles = home.vehicles.map((other) => (other.vehicleRef === vehicle.vehicleRef ? vehicle : other));
  return { ...home, vehicles };
}
