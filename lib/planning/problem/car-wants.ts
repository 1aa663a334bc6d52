import { NOTHING_KW } from './limits.ts';
import type { ModelCar } from './model-car.ts';

/** What should be in by the time slot `before` begins, grid kWh: so much that the car alone can reach it. */
export interface Want {
  readonly before: number;
  readonly kwh: number;
  /** One of the (at most two) points of the reserve's ramp: only the worst of them counts as missing. */
  readonly reserve: boolean;
}

export interface CarWants {
  /** Most the car can take in each slot, of what the fuse leaves beside the house, kWh. */
  readonly mostKwh: Float64Array;
  /** Earliest first. */
  readonly wants: readonly Want[];
  /** Battery kWh that will be missing whatever the plan: what full power from arrival does not bring. */
  readonly leastShortfallKwh: number;
}

/**
 * Target, milestones and reserve as sums that should be in before a slot. Full power from arrival brings all of them as near as
 * can be at once, so what it does not bring is missing in every plan, and the rest can be had in full by a car on its own.
 */
export function carWants(
  car: Omit<ModelCar, keyof CarWants>,
  hours: Float64Array,
  freeKw: Float64Array,
): CarWants {
  const mostKwh = new Float64Array(hours.length);
  for (let t = car.arrive; t < car.depart; t += 1) {
    const kw = Math.min(car.maxKw[t] ?? 0, freeKw[t] ?? 0);
    if (kw >= car.minKw && kw > NOTHING_KW) mostKwh[t] = kw * (hours[t] ?? 0);
  }
  const reach = reachOf(mostKwh, car.roomKwh);
  const wants: Want[] = [];
  let missingKwh = 0;
  const want = (before: number, kwh: number) => {
    const reachable = Math.min(kwh, reach[before] ?? 0);
    missingKwh += kwh - reachable;
    if (reachable > 0) wants.push({ before, kwh: reachable, reserve: false });
  };
  for (const { slot, kwh } of car.milestones) want(slot, kwh);
  want(hours.length, car.needKwh);
  const ramp = rampPoints(car.rampKwh);
  const worst = Math.max(0, ...ramp.map(({ before, kwh }) => kwh - (reach[before] ?? 0)));
  for (const { before, kwh } of ramp)
    if (kwh > worst) wants.push({ before, kwh: kwh - worst, reserve: true });
  wants.sort((a, b) => a.before - b.before);
  return { mostKwh, wants, leastShortfallKwh: (missingKwh + worst) * car.efficiency };
}

/** Most that can be in when each slot begins, and at the end. */
function reachOf(mostKwh: Float64Array, roomKwh: number): Float64Array {
  const reach = new Float64Array(mostKwh.length + 1);
  for (let t = 0; t < mostKwh.length; t += 1)
    reach[t + 1] = Math.min(roomKwh, (reach[t] ?? 0) + (mostKwh[t] ?? 0));
  return reach;
}

/**
 * The points of the ramp that decide its worst shortfall. While it rises at full power the battery can only fall further behind it, and
 * once it is flat only catch up: so the worst is where it stops rising, at the end of the last full slot or of the part one.
 */
function rampPoints(rampKwh: Float64Array | null): { before: number; kwh: number }[] {
  if (!rampKwh) return [];
  const top = rampKwh.at(-1) ?? 0;
  const corner = rampKwh.indexOf(top);
  if (top <= 0) return [];
  const before = corner > 0 ? [{ before: corner, kwh: rampKwh[corner - 1] ?? 0 }] : [];
  return [...before, { before: corner + 1, kwh: top }].filter(({ kwh }) => kwh > 0);
}
