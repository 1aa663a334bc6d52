import type { Problem } from '../../lib/planning/index.ts';

/**
 * What an unplanned charger would do to charge this much: full power from arrival until it is in. kWh grid side, by slot. The
 * target does not end it, as a plan passes the target where prices are below zero, and only equal energies compare.
 */
export function asMuchAtOnce({ slots, vehicles: [vehicle] }: Problem, kwh: number): number[] {
  const { arriveSlot, departSlot, maxKw } = vehicle;
  let left = kwh;
  return slots.map(({ minutes }, t) => {
    const isThere = arriveSlot <= t && t < departSlot;
    const charged = isThere ? Math.min(left, (maxKw * minutes) / 60) : 0;
    left -= charged;
    return charged;
  });
}
