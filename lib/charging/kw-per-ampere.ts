import type { Observation } from '../devices/index.ts';
import type { Fuse, HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { heedsCurrent, takesCurrent } from './takes-current.ts';

/** Against neutral in a TN net, between phases in an IT net. */
const usualVolts = 230;

/**
 * What the car takes for each ampere it is set to, kW. Null where it takes no orders about its current, or may not be given any: such a car
 * is on or off.
 */
export function kwPerAmpere(vehicle: HomeVehicle, net: Fuse['net'] | null, now: Instant): number | null {
  return takesCurrent(vehicle, now) ? circuitKwPerAmpere(vehicle.observed, net) : null;
}

/** The most that an ampere can be, kW: of a car that takes orders but has not told its phases, which cars tell only under load, three. */
export function mostKwPerAmpere(vehicle: HomeVehicle, net: Fuse['net'] | null, now: Instant): number | null {
  if (!heedsCurrent(vehicle, now)) return null;
  return circuitKwPerAmpere(vehicle.observed, net) ?? ((net === 'IT' ? Math.sqrt(3) : 3) * usualVolts) / 1000;
}

/**
 * What the car tells of its own circuit is the truth of it: volts × phases, the sum by which it tells its most (lib/devices), so that its
 * full amperes are its full power in any net. In an IT net most cars charge on two wires and tell one phase of 230 V. Only where it has told
 * phases but no volts does the home's net stand in: in an IT net the wires of three phases carry √3 times 230 V, as the fuse counts them.
 * Null where it has not told its phases.
 */
export function circuitKwPerAmpere(observed: Observation | null, net: Fuse['net'] | null): number | null {
  const circuit = observed?.circuit ?? null;
  if (circuit === null || circuit.phases === null || circuit.ampere === null) return null;
  const { phases, volts } = circuit;
  if (volts !== null) return (volts * phases) / 1000;
  const wires = phases === 3 && net === 'IT' ? Math.sqrt(3) : phases;
  return (wires * usualVolts) / 1000;
}
