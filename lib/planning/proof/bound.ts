import type { Problem } from '../problem/problem.ts';

/** The kWh that will be missing at departure whatever the plan: even full power all the time does not bring them. */
export function leastShortfallKwh({ slots, vehicles: [vehicle] }: Problem): number {
  const { capacityKwh, soc, targetSoc, efficiency, maxKw, arriveSlot, departSlot } = vehicle;
  const minutes = slots.slice(arriveSlot, departSlot).reduce((sum, slot) => sum + slot.minutes, 0);
  return Math.max(0, (targetSoc - soc) * capacityKwh - (efficiency * maxKw * minutes) / 60);
}

/**
 * NOK below which no schedule with the least shortfall can cost. Weak duality on the raw problem, without solving anything: every
 * such schedule x buys at least E (need less the unavoidable shortfall) and at most R (room) grid kWh, so for any price ν
 *
 *     Σ p·x  =  ν·Σ x + Σ (p − ν)·x  ≥  ν·(ν ≥ 0 ? E : R) + Σ min(0, p − ν)·u        (u: most the slot carries)
 *
 * Any ν gives a valid bound; the best one is among the prices themselves and 0, where the right side bends.
 */
export function lowerBound(problem: Problem): number {
  const { slots, vehicles } = problem;
  const [{ capacityKwh, soc, targetSoc, efficiency, maxKw, arriveSlot, departSlot }] = vehicles;
  const roomKwh = (capacityKwh - soc * capacityKwh) / efficiency;
  const needKwh = Math.max(0, targetSoc * capacityKwh - soc * capacityKwh) / efficiency;
  const leastKwh = Math.max(0, needKwh - leastShortfallKwh(problem) / efficiency);

  const slotKwhAt = new Map<number, number>([[0, 0]]);
  for (const { importPrice, minutes } of slots.slice(arriveSlot, departSlot)) {
    slotKwhAt.set(importPrice, (slotKwhAt.get(importPrice) ?? 0) + (maxKw * minutes) / 60);
  }
  let best = Number.NEGATIVE_INFINITY;
  let kwhBelow = 0;
  let nokBelow = 0;
  for (const [nu, kwh] of [...slotKwhAt].sort(([a], [b]) => a - b)) {
    // Σ min(0, p − ν)·u, from what the cheaper slots carry and cost.
    best = Math.max(best, nu * (nu >= 0 ? leastKwh : roomKwh) + nokBelow - nu * kwhBelow);
    kwhBelow += kwh;
    nokBelow += nu * kwh;
  }
  return best;
}
