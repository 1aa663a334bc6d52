import type { Model } from '../problem/model.ts';
import type { ModelCar } from '../problem/model-car.ts';

/** Less than this is nothing, kWh. */
const TINY_KWH = 1e-9;

/** Slots next to each other that cost the same: how a car's energy lies in them changes neither cost nor any hour. */
interface Run {
  readonly from: number;
  readonly to: number;
  /** Most that the car and what the others leave of the fuse let it take in each, kWh. */
  readonly mostKwh: readonly number[];
}

/**
 * Moves energy of cars that take any power between neighbouring slots of one price (and, where there are capacity steps, one clock hour), car by car:
 * first so that there are as few blocks as can be, then early (or late). Under an hour's limit that is mostly an even power instead of full
 * power and a pause. Nothing passes the time at which a want is due. The rows are changed.
 */
export function fewerBlocks(model: Model, kwh: readonly Float64Array[]): void {
  for (const [v, car] of model.cars.entries()) {
    const row = kwh[v];
    if (!row) continue;
    for (let from = car.arrive; from < car.depart; ) {
      const to = endOfRun(model, car, from);
      if (to - from > 1) rearrange(row, { from, to, mostKwh: leftFor(model, kwh, v, from, to) }, car.prefer);
      from = to;
    }
  }
}

function endOfRun({ importPrice, surplusKw, capacity }: Model, car: ModelCar, from: number): number {
  let to = from + 1;
  const goesOn = (t: number) =>
    importPrice[t] === importPrice[from] &&
    surplusKw[t] === 0 &&
    capacity?.hourOfSlot[t] === capacity?.hourOfSlot[from] &&
    !car.wants.some(({ before }) => before === t);
  if (surplusKw[from] === 0) while (to < car.depart && goesOn(to)) to += 1;
  return to;
}

function leftFor(model: Model, kwh: readonly Float64Array[], v: number, from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => {
    const t = from + i;
    let freeKwh = (model.freeKw[t] ?? 0) * (model.hours[t] ?? 0);
    for (const [other, row] of kwh.entries()) if (other !== v) freeKwh -= row[t] ?? 0;
    return Math.max(0, Math.min(model.cars[v]?.mostKwh[t] ?? 0, freeKwh));
  });
}

function rearrange(row: Float64Array, run: Run, prefer: 'early' | 'late'): void {
  const now = Array.from(row.subarray(run.from, run.to));
  const total = now.reduce((sum, each) => sum + each, 0);
  if (total <= TINY_KWH) return;
  const early = fill(run.mostKwh, total);
  const late = fill(run.mostKwh.toReversed(), total).reverse();
  const level = even(run.mostKwh, total);
  const ways = prefer === 'early' ? [early, level, late, now] : [late, level, early, now];
  let best = now;
  let fewest = startsWith(row, run, now) + 1;
  for (const way of ways) {
    const starts = way ? startsWith(row, run, way) : fewest;
    if (way && starts < fewest) [best, fewest] = [way, starts];
  }
  row.set(best, run.from);
}

function fill(mostKwh: readonly number[], total: number): number[] {
  let left = total;
  return mostKwh.map((most) => {
    const kwh = Math.min(most, left);
    left -= kwh;
    return kwh < TINY_KWH ? 0 : kwh;
  });
}

/** The same share of a slot's most in each; null where one of them can take nothing. */
function even(mostKwh: readonly number[], total: number): number[] | null {
  const most = mostKwh.reduce((sum, each) => sum + each, 0);
  return mostKwh.every((each) => each > TINY_KWH) ? mostKwh.map((each) => (each * total) / most) : null;
}

/** How often charging starts in the run and in the slot after it. */
function startsWith(row: Float64Array, { from, to }: Run, way: readonly number[]): number {
  let wasOn = (row[from - 1] ?? 0) > TINY_KWH;
  let starts = 0;
  for (let t = from; t <= to; t += 1) {
    const isOn = (t < to ? (way[t - from] ?? 0) : (row[t] ?? 0)) > TINY_KWH;
    if (isOn && !wasOn) starts += 1;
    wasOn = isOn;
  }
  return starts;
}
