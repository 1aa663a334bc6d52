import { type Model, modelOf } from '../problem/model.ts';
import type { ModelCar } from '../problem/model-car.ts';
import type { Problem } from '../problem/problem.ts';

/** What unplanned chargers do: full power from arrival until the target, the first car first where the fuse does not carry all. Mean grid kW per vehicle and slot. */
export function chargeAtOnce(problem: Problem): number[][] {
  return allAtOnce(modelOf(problem));
}

/** The same, for the model. */
export function allAtOnce({ cars, hours, freeKw }: Model): number[][] {
  const free = freeKw.slice();
  return cars.map((car) => {
    const row = oneAtOnce(car, hours, free);
    for (const [t, kw] of row.entries()) free[t] = Math.max(0, (free[t] ?? 0) - kw);
    return row;
  });
}

function oneAtOnce(car: ModelCar, hours: Float64Array, freeKw: Float64Array): number[] {
  const row = new Array<number>(hours.length).fill(0);
  const goalKwh = Math.max(car.needKwh, ...car.wants.map(({ kwh }) => kwh));
  let left = Math.min(goalKwh, car.roomKwh);
  let room = car.roomKwh;
  // One block that has ended does not begin again.
  const hasEnded = (t: number) => car.oneBlock && (row[t - 2] ?? 0) > 0 && row[t - 1] === 0;
  for (let t = car.arrive; t < car.depart && left > 0 && !hasEnded(t); t += 1) {
    const length = hours[t] ?? 0;
    const most = Math.min(car.maxKw[t] ?? 0, freeKw[t] ?? 0, room / length);
    const kw = Math.min(most, Math.max(car.minKw, left / length));
    if (kw <= 0 || kw < car.minKw) continue;
    row[t] = kw;
    left -= kw * length;
    room -= kw * length;
  }
  return row;
}
