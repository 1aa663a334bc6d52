import { NOTHING_KW } from '../problem/limits.ts';
import type { Model } from '../problem/model.ts';
import type { Vehicle } from '../problem/problem.ts';
import { floorKw } from './floor-kw.ts';
import { giveMore } from './give-more.ts';

/** What sums of numbers differ by when they are added in another order, kWh. */
const HAIR_KWH = 1e-10;
/** More than this beyond the ceiling is no rounding, kWh. */
const ROUNDING_KWH = 1e-6;

/**
 * A car that also feeds the house: powers rounded down to the microwatt charge less than was meant, but also give less, so that a battery could pass
 * its ceiling by a hair. Follows it, and takes from each slot what is too much, or gives it before where the slot is at its least power.
 */
export function keepBattery(
  model: Model,
  powerKw: readonly (readonly number[])[],
  v: number,
  row: number[],
): void {
  const { problem, hours } = model;
  const vehicle = problem.vehicles[v];
  if (!vehicle?.discharge) return;
  const { soc, capacityKwh, ceilingSoc = 1, discharge } = vehicle;
  const ceilingKwh = Math.max(soc, ceilingSoc) * capacityKwh;
  const leastKwh = Math.min(soc, discharge.floorSoc) * capacityKwh;
  let batteryKwh = soc * capacityKwh;
  const followed: number[] = [];
  for (let t = 0; t < row.length; t += 1) {
    const length = hours[t] ?? 0;
    const kw = row[t] ?? 0;
    const perKw = gainPerKw(vehicle, kw) * length;
    const endKwh = batteryKwh + kw * perKw;
    const beyondKwh = Math.max(0, endKwh - ceilingKwh, leastKwh - endKwh);
    if (beyondKwh > HAIR_KWH && kw !== 0) row[t] = lessen(kw, beyondKwh / perKw, vehicle.minKw ?? 0);
    batteryKwh += (row[t] ?? 0) * perKw;
    if (isRounding(batteryKwh - ceilingKwh))
      batteryKwh -= giveMore({ model, powerKw, v, row, batteryKwh: followed }, batteryKwh - ceilingKwh);
    followed.push(batteryKwh);
  }
}

function isRounding(kwh: number): boolean {
  return kwh > HAIR_KWH && kwh < ROUNDING_KWH;
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
