import type { Want } from '../problem/car-wants.ts';
import type { Model } from '../problem/model.ts';
import type { ModelCar } from '../problem/model-car.ts';
import { spareKwh, v2hWants } from '../problem/v2h-wants.ts';
import type { HighsProgram } from './highs-program.ts';

/** Columns of what flows, kWh at the meter, by slot of the problem; -1 where there is none. */
export interface Flows {
  readonly buy: Int32Array;
  readonly give: Int32Array;
}

/** How wants are treated: met in full, or what is missing of them is a column of its own. */
export type Wanting = 'met' | 'missing';

/** A column of what is missing, in grid-side kWh: `efficiency` battery kWh each. */
export interface Missing {
  readonly column: number;
  readonly efficiency: number;
}

/** What the battery holds and is wanted to hold. Returns the columns of what is missing. */
export function addBattery(
  program: HighsProgram,
  { cars, problem }: Model,
  v: number,
  flows: Flows,
  wanting: Wanting,
): Missing[] {
  const [car, vehicle] = [cars[v], problem.vehicles[v]];
  if (!car || !vehicle) throw new Error('no such car');
  // Without giving the battery only fills, so its end is enough; with it every slot's end counts.
  const first = car.discharge ? car.arrive + 1 : car.depart;
  for (let end = first; end <= car.depart; end += 1) {
    program.row(-spareKwh(vehicle), car.roomKwh, gained(car, flows, end));
  }
  const wants = car.discharge ? v2hWants(car, vehicle) : car.wants;
  if (wanting === 'missing') return addMissing(program, car, flows, wants);
  for (const { kwh, before } of wants) {
    program.row(kwh, Number.POSITIVE_INFINITY, gained(car, flows, before));
  }
  return [];
}

/** Terms of what the battery gained until a slot begins, as grid-side kWh of charging. */
function gained(car: ModelCar, { buy, give }: Flows, until: number): [number, number][] {
  const terms: [number, number][] = [];
  const undone = -1 / ((car.discharge?.efficiency ?? 1) * car.efficiency);
  for (let t = car.arrive; t < Math.min(until, car.depart); t += 1) {
    const [bought, given] = [buy[t] ?? -1, give[t] ?? -1];
    if (bought >= 0) terms.push([bought, 1]);
    if (given >= 0) terms.push([given, undone]);
  }
  return terms;
}

/** Of the reserve's points only the worst is missing: they share one column. */
function addMissing(program: HighsProgram, car: ModelCar, flows: Flows, wants: readonly Want[]): Missing[] {
  const { efficiency } = car;
  const newColumn = () => program.column(0, Number.POSITIVE_INFINITY);
  const shared = wants.some(({ reserve }) => reserve) ? newColumn() : -1;
  const missing = shared < 0 ? [] : [{ column: shared, efficiency }];
  for (const { kwh, before, reserve } of wants) {
    const column = reserve ? shared : newColumn();
    if (!reserve) missing.push({ column, efficiency });
    program.row(kwh, Number.POSITIVE_INFINITY, [...gained(car, flows, before), [column, 1]]);
  }
  return missing;
}
