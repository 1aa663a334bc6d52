import type { Plan, Problem, Vehicle } from '../../lib/planning/index.ts';

/**
 * What unplanned chargers would do to charge as much as the plan does, each car from its arrival on, the first car first where the fuse does
 * not carry all: kWh grid side, by slot. The target does not end it, as a plan passes the target where prices are below zero, and only
 * equal energies compare. Null where they are not equal: what is not in the car by the time it leaves.
 */
export function asMuchAtOnce(problem: Problem, powerKw: Plan['powerKw']): number[] | null {
  const { slots, vehicles, fuseKw = Number.POSITIVE_INFINITY } = problem;
  const freeKw = slots.map(({ baseLoadKw = 0, solarKw = 0 }) => Math.max(0, fuseKw - baseLoadKw + solarKw));
  const total = slots.map(() => 0);
  for (const [v, vehicle] of vehicles.entries()) {
    const planned = slots.map(({ minutes }, t) => ((powerKw[v]?.[t] ?? 0) * minutes) / 60);
    const left = chargeFrom(
      vehicle,
      planned.reduce((sum, kwh) => sum + kwh, 0),
      slots,
      freeKw,
      total,
    );
    if (left > 1e-6) return null;
  }
  return total;
}

/** Adds one car's energy to the slots' totals, takes its power from what is free, and tells what there was no room for, kWh. */
function chargeFrom(
  { arriveSlot, departSlot, maxKw, slotMaxKw }: Vehicle,
  kwh: number,
  slots: Problem['slots'],
  freeKw: number[],
  total: number[],
): number {
  let left = kwh;
  for (let t = arriveSlot; t < departSlot; t += 1) {
    const hours = (slots[t]?.minutes ?? 0) / 60;
    const mostKw = Math.min(maxKw, slotMaxKw?.[t] ?? maxKw, freeKw[t] ?? 0);
    const charged = Math.min(left, mostKw * hours);
    left -= charged;
    total[t] = (total[t] ?? 0) + charged;
    freeKw[t] = (freeKw[t] ?? 0) - charged / hours;
  }
  return left;
}
