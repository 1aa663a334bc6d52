import type { Problem } from '../problem/problem.ts';

/** A slot in which the car can charge. */
export interface WindowSlot {
  readonly t: number;
  readonly hours: number;
  /** NOK per grid kWh. */
  readonly price: number;
  /** Most grid energy the slot can carry. */
  readonly kwh: number;
}

/** The problem as the engines see it: what the car can take when, in grid kWh. */
export interface ChargeWindow {
  readonly slots: readonly WindowSlot[];
  /** To reach the target; 0 where the battery is there already. */
  readonly needKwh: number;
  /** To fill the battery. */
  readonly roomKwh: number;
}

/** The slots between arrival and departure, and what is needed and has room, grid side. */
export function chargeWindow({ slots, vehicles: [vehicle] }: Problem): ChargeWindow {
  const { arriveSlot, departSlot, capacityKwh, soc, targetSoc, efficiency, maxKw } = vehicle;
  return {
    slots: slots.slice(arriveSlot, departSlot).map(({ minutes, importPrice }, i) => ({
      t: arriveSlot + i,
      hours: minutes / 60,
      price: importPrice,
      kwh: (maxKw * minutes) / 60,
    })),
    needKwh: (Math.max(0, targetSoc - soc) * capacityKwh) / efficiency,
    roomKwh: ((1 - soc) * capacityKwh) / efficiency,
  };
}
