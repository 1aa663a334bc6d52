import type { Model } from '../problem/model.ts';
import type { Discharge } from '../problem/problem.ts';
import { STEPS_PER_KW } from './floor-kw.ts';

/** A schedule that is being settled, and where its battery stood after each slot until now, kWh. */
export interface Followed {
  readonly model: Model;
  readonly powerKw: readonly (readonly number[])[];
  readonly v: number;
  readonly row: number[];
  readonly batteryKwh: number[];
}

/**
 * Where a car at its least power fills the battery a rounding too far, it gives that rounding more before, the latest that its limits, the house and the
 * battery's floor leave it. Returns the battery kWh, 0 where there is no such slot.
 */
export function giveMore(followed: Followed, beyondKwh: number): number {
  const { model, v, batteryKwh } = followed;
  const vehicle = model.problem.vehicles[v];
  if (!vehicle?.discharge) return 0;
  const floorKwh = Math.min(vehicle.soc, vehicle.discharge.floorSoc) * vehicle.capacityKwh;
  let spareKwh = Number.POSITIVE_INFINITY;
  for (let t = batteryKwh.length - 1; t >= 0; t -= 1) {
    spareKwh = Math.min(spareKwh, (batteryKwh[t] ?? 0) - floorKwh);
    const kwh = giveMoreAt(followed, vehicle.discharge, t, { beyondKwh, spareKwh });
    if (kwh > 0) return kwh;
  }
  return 0;
}

/** The same in one slot, where it gives already. */
function giveMoreAt(
  followed: Followed,
  discharge: Discharge,
  t: number,
  { beyondKwh, spareKwh }: { readonly beyondKwh: number; readonly spareKwh: number },
): number {
  const { model, row, batteryKwh } = followed;
  const given = -(row[t] ?? 0);
  if (given <= 0) return 0;
  const perKw = (model.hours[t] ?? 1) / discharge.efficiency;
  const steps = Math.ceil((beyondKwh / perKw) * STEPS_PER_KW);
  const more = Math.round(given * STEPS_PER_KW + steps) / STEPS_PER_KW;
  const kwh = (more - given) * perKw;
  if (more > Math.min(discharge.maxKw, takenKw(followed, t)) || kwh > spareKwh) return 0;
  row[t] = -more;
  for (let later = t; later < batteryKwh.length; later += 1)
    batteryKwh[later] = (batteryKwh[later] ?? 0) - kwh;
  return kwh;
}

/** What house and other cars leave to this one to give, kW. */
function takenKw({ model, powerKw, v }: Followed, t: number): number {
  return powerKw.reduce((kw, row, other) => kw + (other === v ? 0 : (row[t] ?? 0)), model.houseKw[t] ?? 0);
}
