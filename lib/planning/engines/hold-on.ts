import type { Model } from '../problem/model.ts';

/** Power at which a car that could take any is held on, kW: above what counts as off, and next to nothing. */
export const HOLD_KW = 1e-5;

/**
 * A pattern of starts as powers: a slot that is on although nothing is bought in it is held at a hair's power. A slot that buys gives
 * way, one of the same clock hour where there is one, so that neither the sum nor a full hour grows. The row is changed.
 */
export function holdOn(model: Model, v: number, row: number[], on: ArrayLike<number>): void {
  const car = model.cars[v];
  if (!car) return;
  for (let t = car.arrive; t < car.depart; t += 1) {
    const addedKw = HOLD_KW - (row[t] ?? 0);
    if (!on[t] || addedKw <= 0 || (car.mostKwh[t] ?? 0) <= 0) continue;
    row[t] = HOLD_KW;
    giveWay(model, row, t, addedKw * (model.hours[t] ?? 0), Math.max(car.minKw, HOLD_KW));
  }
}

function giveWay(
  { hours, capacity }: Model,
  row: number[],
  held: number,
  kwh: number,
  leastKw: number,
): void {
  const less = (t: number) => (row[t] ?? 0) - kwh / (hours[t] ?? 1);
  const elsewhere = (t: number) => (capacity?.hourOfSlot[t] === capacity?.hourOfSlot[held] ? 0 : row.length);
  // The nearest, so that the battery is hardly fuller or emptier between the two.
  const distance = (t: number) => elsewhere(t) + Math.abs(t - held);
  const buying = Array.from(row.keys()).filter((t) => less(t) > leastKw);
  const [nearest] = buying.sort((a, b) => distance(a) - distance(b));
  if (nearest !== undefined) row[nearest] = less(nearest);
}
