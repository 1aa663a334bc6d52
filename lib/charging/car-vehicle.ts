import type { Slot, Vehicle } from '../planning/index.ts';
import { HOUR_MS, type Instant, QUARTER_MS } from '../time/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import type { HouseOutlook } from './house-outlook.ts';
import { chargingEfficiency } from './physics.ts';

/** What the slots of the home let a car do. */
export interface SlotLimits {
  readonly slots: readonly Slot[];
  readonly startsAt: readonly Instant[];
  /** The slot that holds now. */
  readonly current: number;
  readonly house: HouseOutlook;
  readonly carCount: number;
}

/** The car as the planner wants it. */
export function carVehicle(car: CarToPlan, limits: SlotLimits): Vehicle {
  const { vehicle, targetSoc, ceilingSoc, maxKw } = car.basis;
  const { reserveSoc, unbroken, prefer } = vehicle.wishes;
  const { startsAt, current } = limits;
  const slotMaxKw = slotLimits(car, limits);
  const { fuseKw, capacity } = limits.house;
  // A mean power of a car that cannot be told a current would be charged at full power in part of the time.
  const isOnOrOff = car.basis.kwPerAmpere === null && (fuseKw !== null || capacity !== null);
  return {
    capacityKwh: vehicle.batteryKwh,
    soc: car.socToPlanOn,
    targetSoc,
    arriveSlot: car.startsWithNext ? current + 1 : current,
    departSlot: startsAt.filter((startAt) => startAt < car.untilAt).length,
    maxKw,
    ...(isOnOrOff ? { minKw: maxKw } : {}),
    efficiency: chargingEfficiency,
    ...(car.socToPlanOn < reserveSoc ? { minSoc: Math.min(reserveSoc, targetSoc) } : {}),
    ...(ceilingSoc < 1 ? { ceilingSoc } : {}),
    ...(slotMaxKw.some((kw) => kw < maxKw) ? { slotMaxKw } : {}),
    ...(unbroken ? { oneBlock: true } : {}),
    ...(prefer === 'late' ? { prefer } : {}),
  };
}

/** The rest of the current quarter hour carries its share; quarters dearer than the limit carry nothing but the reserve. */
function slotLimits(car: CarToPlan, { slots, startsAt, current, house, carCount }: SlotLimits): number[] {
  const { now, maxKw, vehicle } = car.basis;
  const { priceLimitOre } = vehicle.wishes;
  const limitNok = priceLimitOre === null ? Number.POSITIVE_INFINITY : priceLimitOre / 100;
  let reserveKwh =
    (Math.max(0, vehicle.wishes.reserveSoc - car.socToPlanOn) * vehicle.batteryKwh) / chargingEfficiency;
  return slots.map(({ importPrice, baseLoadKw = 0 }, t) => {
    if (t < current || (t === current && car.startsWithNext)) return 0;
    const startAt = startsAt[t] ?? now;
    const restOfQuarter = Math.min(1, (startAt + QUARTER_MS - now) / QUARTER_MS);
    // Beside the others, for all of the quarter's rest: the fuse sees power, not its mean.
    const freeKw = Math.max(0, ((house.fuseKw ?? Number.POSITIVE_INFINITY) - baseLoadKw) / carCount);
    const kw = restOfQuarter < 1 ? Math.min(maxKw, freeKw) * restOfQuarter : maxKw;
    const isForReserve = reserveKwh > 0;
    reserveKwh -= (Math.min(kw, freeKw) * QUARTER_MS) / HOUR_MS;
    return importPrice <= limitNok || isForReserve ? kw : 0;
  });
}
