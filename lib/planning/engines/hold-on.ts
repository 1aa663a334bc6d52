import type { Model } from '../problem/model.ts';

/** Power at which a car that could take any is held on, kW: above what counts as off, and next to nothing. */
export const HOLD_KW = 1e-5;

/**
 * A pattern of starts as powers: a slot that is on although nothing is bought in it is held at a hair's power, and the last slot that
 * buys gives way, so that the sum stays. The row is changed.
 */
export function holdOn({ cars, hours }: Model, v: number, row: number[], on: ArrayLike<number>): void {
  const car = cars[v];
  if (!car) return;
  let heldKwh = 0;
  for (let t = car.arrive; t < car.depart; t += 1) {
    if (!on[t] || (row[t] ?? 0) >= HOLD_KW || (car.mostKwh[t] ?? 0) <= 0) continue;
    heldKwh += (HOLD_KW - (row[t] ?? 0)) * (hours[t] ?? 0);
    row[t] = HOLD_KW;
  }
  const less = (t: number) => heldKwh / (hours[t] ?? 1);
  const buying = row.findLastIndex((kw, t) => kw - less(t) > Math.max(car.minKw, HOLD_KW));
  if (heldKwh > 0 && buying >= 0) row[buying] = (row[buying] ?? 0) - less(buying);
}
