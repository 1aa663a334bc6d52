import type { Slot, Vehicle } from '../planning/index.ts';
import { HOUR_MS, type Instant, QUARTER_MS } from '../time/index.ts';
import type { CarToPlan } from './car-to-plan.ts';
import type { HouseOutlook } from './house-outlook.ts';
import { chargingEfficiency, leastAmpere } from './physics.ts';
import { comfortablyReadyAt, type PlanBasis } from './plan-basis.ts';

/** What the slots of the home let a car do. */
export interface SlotLimits {
  readonly slots: readonly Slot[];
  readonly startsAt: readonly Instant[];
  /** The slot that holds now. */
  readonly current: number;
  readonly house: HouseOutlook;
  readonly cars: readonly CarToPlan[];
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
    ...milestonesOf(car, limits),
    ...(unbroken ? { oneBlock: true } : {}),
    ...(prefer === 'late' ? { prefer } : {}),
  };
}

/** What it is to hold before the last of its ready times, as comfortably as that allows. */
function milestonesOf(
  { basis, untilAt }: CarToPlan,
  { startsAt, current }: SlotLimits,
): Pick<Vehicle, 'milestones'> {
  const milestones = basis.milestones.flatMap(({ at, soc }) => {
    const missing = Math.max(0, soc - (basis.soc ?? 0));
    const neededKwh = (missing * basis.vehicle.batteryKwh) / chargingEfficiency;
    const byAt = comfortablyReadyAt({ ...basis, readyAt: at, targetSoc: soc, neededKwh });
    const slot = startsAt.filter((startAt) => startAt + QUARTER_MS <= byAt).length;
    return slot > current && byAt < untilAt ? [{ slot, soc }] : [];
  });
  return milestones.length > 0 ? { milestones } : {};
}

/**
 * The rest of the current quarter hour carries its share. Quarters dearer than the limit carry nothing but the reserve, no faster than it is
 * counted: behind a fuse the cars that are below theirs share what is free.
 */
function slotLimits(car: CarToPlan, { slots, startsAt, current, house, cars }: SlotLimits): number[] {
  const { now, maxKw, vehicle } = car.basis;
  const { priceLimitOre } = vehicle.wishes;
  const limitNok = priceLimitOre === null ? Number.POSITIVE_INFINITY : priceLimitOre / 100;
  const hungry = Math.max(1, cars.filter((one) => missingReserve(one) > 0).length);
  let reserveKwh = (missingReserve(car) * vehicle.batteryKwh) / chargingEfficiency;
  return slots.map(({ importPrice, baseLoadKw = 0 }, t) => {
    if (t < current || (t === current && car.startsWithNext)) return 0;
    const startAt = startsAt[t] ?? now;
    const restOfQuarter = Math.min(1, (startAt + QUARTER_MS - now) / QUARTER_MS);
    const freeKw = Math.max(0, (house.fuseKw ?? Number.POSITIVE_INFINITY) - baseLoadKw);
    // Beside the others, for all of the quarter's rest: the fuse sees power, not its mean.
    const kw = restOfQuarter < 1 ? Math.min(maxKw, freeKw / cars.length) * restOfQuarter : maxKw;
    const missingKw = Math.max(0, reserveKwh) / hoursOfSlot;
    const reserveKw = Math.min(
      kw,
      freeKw / hungry,
      missingKw > 0 ? Math.max(missingKw, leastKw(car.basis)) : 0,
    );
    reserveKwh -= reserveKw * hoursOfSlot;
    return importPrice <= limitNok ? kw : reserveKw;
  });
}

const hoursOfSlot = QUARTER_MS / HOUR_MS;

/** Share of the battery that its reserve is above it. */
function missingReserve({ basis, socToPlanOn }: CarToPlan): number {
  return Math.max(0, basis.vehicle.wishes.reserveSoc - socToPlanOn);
}

/** What the car takes at the least when it takes anything: the last quarter hour of a reserve may give a little more than it. */
function leastKw({ kwPerAmpere, maxKw }: PlanBasis): number {
  return kwPerAmpere === null ? maxKw : Math.min(maxKw, leastAmpere * kwPerAmpere);
}
