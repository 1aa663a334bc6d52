import { NOTHING_KW } from '../problem/limits.ts';
import type { Model } from '../problem/model.ts';
import type { Vehicle } from '../problem/problem.ts';
import { floorKw } from './floor-kw.ts';

/** What sums of numbers differ by when they are added in another order, kWh. */
const HAIR_KWH = 1e-10;

/**
 * A car that also feeds the house: powers rounded down to the microwatt charge less than was meant, but also give less, so that a battery could pass
 * its ceiling by a hair. Follows it, and takes from each slot what is too much.
 */
export function keepBattery({ problem, hours }: Model, v: number, row: number[]): void {
  const vehicle = problem.vehicles[v];
  if (!vehicle?.discharge) return;
  const { soc, capacityKwh, ceilingSoc = 1, discharge } = vehicle;
  const ceilingKwh = Math.max(soc, ceilingSoc) * capacityKwh;
  const leastKwh = Math.min(soc, discharge.floorSoc) * capacityKwh;
  let batteryKwh = soc * capacityKwh;
  for (let t = 0; t < row.length; t += 1) {
    const length = hours[t] ?? 0;
    const kw = row[t] ?? 0;
    const perKw = gainPerKw(vehicle, kw) * length;
    const beyondKwh = Math.max(0, batteryKwh + kw * perKw - ceilingKwh, leastKwh - batteryKwh - kw * perKw);
    if (beyondKwh > HAIR_KWH && kw !== 0) row[t] = lessen(kw, beyondKwh / perKw, vehicle.minKw ?? 0);
    batteryKwh += (row[t] ?? 0) * perKw;
  }
}

/** Battery kWh for each kW and hour, charging or giving. */
function gainPerKw({ efficiency, discharge }: Vehicle, kw: number): number {
  return kw > 0 ? efficiency : 1 / (discharge?.efficiency ?? 1);
}

/** Nearer to nothing by so much; at its least power a car stays. */
function lessen(kw: number, byKw: number, minKw: number): number {
  const left = floorKw(Math.max(0, Math.abs(kw) - byKw));
  if (left <= NOTHING_KW) return 0;
  return kw > 0 ? Math.max(left, minKw) : -left;
}
