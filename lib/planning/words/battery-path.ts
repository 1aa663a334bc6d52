import type { Slot, Vehicle } from '../problem/problem.ts';

/** What the battery holds when each slot begins, kWh, and after the last one. */
export function batteryPath(vehicle: Vehicle, slots: readonly Slot[], row: readonly number[]): number[] {
  const { soc, capacityKwh, efficiency, discharge } = vehicle;
  const path = [soc * capacityKwh];
  for (const [t, { minutes }] of slots.entries()) {
    const kwh = ((row[t] ?? 0) * minutes) / 60;
    path.push((path[t] ?? 0) + (kwh >= 0 ? efficiency * kwh : kwh / (discharge?.efficiency ?? 1)));
  }
  return path;
}
