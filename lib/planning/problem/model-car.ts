import { type CarWants, carWants } from './car-wants.ts';
import { NOTHING_KW } from './limits.ts';
import type { Discharge, Vehicle } from './problem.ts';

/** A car as engines want it: energy in grid-side kWh (battery kWh divided by the efficiency). */
export interface ModelCar extends CarWants {
  readonly arrive: number;
  readonly depart: number;
  /** Most it may take in each slot, kW; 0 where it is away or may not, and everywhere where its least is above its most. */
  readonly maxKw: Float64Array;
  readonly minKw: number;
  readonly efficiency: number;
  /** Grid kWh to the target, from 0. */
  readonly needKwh: number;
  /** Grid kWh that the battery (or its ceiling) still takes, from 0. */
  readonly roomKwh: number;
  /** Least grid kWh that should be in by the end of each slot, ascending: the reserve's ramp; null where it does not bind. */
  readonly rampKwh: Float64Array | null;
  /** Least grid kWh that should be in when the slot begins, from 0. */
  readonly milestones: readonly { readonly slot: number; readonly kwh: number }[];
  readonly oneBlock: boolean;
  readonly prefer: 'early' | 'late';
  readonly discharge: Discharge | null;
}

export function modelCar(vehicle: Vehicle, hours: Float64Array, freeKw: Float64Array): ModelCar {
  const { capacityKwh, soc, targetSoc, efficiency, ceilingSoc = 1 } = vehicle;
  const gridKwh = (toSoc: number) => (Math.max(0, toSoc - soc) * capacityKwh) / efficiency;
  const car = {
    arrive: vehicle.arriveSlot,
    depart: vehicle.departSlot,
    maxKw: slotLimits(vehicle, hours.length),
    minKw: vehicle.minKw ?? 0,
    efficiency,
    needKwh: gridKwh(targetSoc),
    roomKwh: gridKwh(ceilingSoc),
    rampKwh: reserveRamp(vehicle, hours),
    milestones: (vehicle.milestones ?? []).map((stone) => ({ slot: stone.slot, kwh: gridKwh(stone.soc) })),
    oneBlock: vehicle.oneBlock ?? false,
    prefer: vehicle.prefer ?? ('early' as const),
    discharge: vehicle.discharge ?? null,
  };
  return { ...car, ...carWants(car, hours, freeKw) };
}

function slotLimits(vehicle: Vehicle, count: number): Float64Array {
  const { arriveSlot, departSlot, maxKw, minKw = 0, slotMaxKw } = vehicle;
  const limits = new Float64Array(count);
  for (let t = arriveSlot; t < departSlot; t += 1) {
    const limit = Math.min(maxKw, slotMaxKw?.[t] ?? maxKw);
    limits[t] = limit < minKw || limit <= NOTHING_KW ? 0 : limit;
  }
  return limits;
}

/** The reserve, refilled at `maxKw` from arrival: what no plan could be above is not asked for. */
function reserveRamp(vehicle: Vehicle, hours: Float64Array): Float64Array | null {
  const { soc, minSoc = 0, capacityKwh, efficiency, maxKw, arriveSlot, departSlot } = vehicle;
  if (soc >= minSoc) return null;
  const reserveKwh = ((minSoc - soc) * capacityKwh) / efficiency;
  const ramp = new Float64Array(hours.length);
  let fullPowerKwh = 0;
  for (let t = 0; t < hours.length; t += 1) {
    if (t >= arriveSlot && t < departSlot) fullPowerKwh += maxKw * (hours[t] ?? 0);
    ramp[t] = Math.min(reserveKwh, fullPowerKwh);
  }
  return ramp;
}
