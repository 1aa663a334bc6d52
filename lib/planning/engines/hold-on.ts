import type { Model } from '../problem/model.ts';

/** Power at which a car that could take any is held on, kW: above what counts as off, and next to nothing. */
const HOLD_KW = 1e-5;

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
    giveWay(model, row, { t, kwh: addedKw * (model.hours[t] ?? 0), gives: car.discharge !== null });
  }
}

interface Held {
  readonly t: number;
  readonly kwh: number;
  /** Whether the car also feeds the house. */
  readonly gives: boolean;
}

function giveWay({ hours, capacity }: Model, row: number[], { t: held, kwh, gives }: Held): void {
  const less = (t: number) => (row[t] ?? 0) - kwh / (hours[t] ?? 1);
  const elsewhere = (t: number) => (capacity?.hourOfSlot[t] === capacity?.hourOfSlot[held] ? 0 : row.length);
  // The last, so that no want in between is missed; where the battery also empties the nearest, so that it neither overflows.
  const distance = (t: number) => elsewhere(t) + (gives ? Math.abs(t - held) : -t / row.length);
  const buying = Array.from(row.keys()).filter((t) => less(t) > HOLD_KW);
  const [nearest] = buying.sort((a, b) => distance(a) - distance(b));
  if (nearest !== undefined) row[nearest] = less(nearest);
}
