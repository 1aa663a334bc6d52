import type { Fuse, HomeVehicle } from '../homes/index.ts';

const usualVolts = 230;

/**
 * What the car takes for each ampere on a phase where it is plugged in, kW. A car on three phases tells volts against neutral in a
 * TN net, between phases in an IT net. Null where it has not told its phases or takes no orders about its current.
 */
export function kwPerAmpere({ observed }: HomeVehicle, net: Fuse['net'] | null): number | null {
  const circuit = observed?.circuit ?? null;
  if (circuit === null || circuit.phases === null || circuit.ampere === null) return null;
  const factor = circuit.phases === 1 ? 1 : net === 'IT' ? Math.sqrt(3) : 3;
  return (factor * (circuit.volts ?? usualVolts)) / 1000;
}
