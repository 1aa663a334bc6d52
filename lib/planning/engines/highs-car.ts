import type { Want } from '../problem/car-wants.ts';
import type { Model } from '../problem/model.ts';
import type { ModelCar } from '../problem/model-car.ts';
import { spareKwh, v2hWants } from '../problem/v2h-wants.ts';
import type { HighsProgram } from './highs-program.ts';

/** The columns of one car, by slot of the problem; -1 where there is none. */
export interface CarColumns {
  /** Bought, kWh. */
  readonly buy: Int32Array;
  /** Given to the house, kWh. */
  readonly give: Int32Array;
  /** 1 where on. */
  readonly on: Int32Array;
  readonly start: Int32Array;
  /** What is missing of each want, kWh; the reserve's points share one. Empty where every want must be met. */
  readonly missing: readonly { readonly column: number; readonly efficiency: number }[];
}

/** How wants are treated: met in full, or what is missing of them is a column of its own. */
export type Wanting = 'met' | 'missing';

/** One car's columns and rows: what it may take when, its starts, its battery and its wants. */
export function addCar(program: HighsProgram, model: Model, v: number, wanting: Wanting): CarColumns {
  const [car, vehicle] = [model.cars[v], model.problem.vehicles[v]];
  if (!car || !vehicle) throw new Error('no such car');
  const columns = carColumns(program, model, car);
  addPattern(program, model, car, columns);
  addBattery(program, car, columns, spareKwh(vehicle));
  const wants = car.discharge ? v2hWants(car, vehicle) : car.wants;
  return { ...columns, missing: addWants(program, car, columns, wants, wanting) };
}

/** Whether a car's slots are on or off, not just more or less. */
export function isOnOff({ minKw, oneBlock }: ModelCar, startNok: number): boolean {
  return minKw > 0 || oneBlock || startNok > 0;
}

function carColumns(program: HighsProgram, model: Model, car: ModelCar) {
  const none = () => new Int32Array(model.slotCount).fill(-1);
  const columns = { buy: none(), give: none(), on: none(), start: none() };
  const onOff = isOnOff(car, model.startPenaltyNok);
  for (let t = car.arrive; t < car.depart; t += 1) {
    const most = car.mostKwh[t] ?? 0;
    if (most > 0) {
      columns.buy[t] = program.column(0, most);
      if (onOff) {
        columns.on[t] = program.binary();
        columns.start[t] = program.column(0, 1, model.startPenaltyNok);
      }
    }
    const { discharge } = car;
    const takers = model.cars.length > 1 ? Number.POSITIVE_INFINITY : (model.houseKw[t] ?? 0);
    // Where import is paid for, giving would be burning energy.
    if (discharge && takers > 0 && (model.importPrice[t] ?? 0) >= 0) {
      const most = Math.min(discharge.maxKw, takers) * (model.hours[t] ?? 0);
      columns.give[t] = program.column(0, most, discharge.wearNokPerKwh);
      const on = columns.on[t] ?? -1;
      if (on >= 0)
        program.row(Number.NEGATIVE_INFINITY, most, [
          [columns.give[t] ?? 0, 1],
          [on, most],
        ]);
    }
  }
  return columns;
}

function addPattern(
  program: HighsProgram,
  { hours }: Model,
  car: ModelCar,
  { buy, on, start }: Pick<CarColumns, 'buy' | 'on' | 'start'>,
): void {
  const starts: [number, number][] = [];
  for (let t = car.arrive; t < car.depart; t += 1) {
    const [x, y, w] = [buy[t] ?? -1, on[t] ?? -1, start[t] ?? -1];
    if (y < 0) continue;
    program.row(Number.NEGATIVE_INFINITY, 0, [
      [x, 1],
      [y, -(car.mostKwh[t] ?? 0)],
    ]);
    if (car.minKw > 0)
      program.row(0, Number.POSITIVE_INFINITY, [
        [x, 1],
        [y, -car.minKw * (hours[t] ?? 0)],
      ]);
    const before = on[t - 1] ?? -1;
    program.row(Number.NEGATIVE_INFINITY, 0, [
      [y, 1],
      [w, -1],
      ...(before < 0 ? [] : [[before, -1] as const]),
    ]);
    starts.push([w, 1]);
  }
  if (car.oneBlock && starts.length > 0) program.row(Number.NEGATIVE_INFINITY, 1, starts);
}

/** Without discharge the battery only fills, so its end is enough; with it every slot's end counts. */
function addBattery(
  program: HighsProgram,
  car: ModelCar,
  columns: Pick<CarColumns, 'buy' | 'give'>,
  spare: number,
): void {
  if (!car.discharge) {
    program.row(Number.NEGATIVE_INFINITY, car.roomKwh, gained(car, columns, car.depart));
    return;
  }
  for (let end = car.arrive + 1; end <= car.depart; end += 1) {
    program.row(-spare, car.roomKwh, gained(car, columns, end));
  }
}

/** Terms of what the battery gained until a slot begins, as grid-side kWh of charging. */
function gained(
  car: ModelCar,
  { buy, give }: Pick<CarColumns, 'buy' | 'give'>,
  until: number,
): [number, number][] {
  const terms: [number, number][] = [];
  const lost = -1 / ((car.discharge?.efficiency ?? 1) * car.efficiency);
  for (let t = car.arrive; t < Math.min(until, car.depart); t += 1) {
    const [x, d] = [buy[t] ?? -1, give[t] ?? -1];
    if (x >= 0) terms.push([x, 1]);
    if (d >= 0) terms.push([d, lost]);
  }
  return terms;
}

function addWants(
  program: HighsProgram,
  car: ModelCar,
  columns: Pick<CarColumns, 'buy' | 'give'>,
  wants: readonly Want[],
  wanting: Wanting,
): CarColumns['missing'] {
  const missing: { column: number; efficiency: number }[] = [];
  let reserve = -1;
  for (const want of wants) {
    const terms = gained(car, columns, want.before);
    if (wanting === 'missing') {
      const column = want.reserve && reserve >= 0 ? reserve : program.column(0, Number.POSITIVE_INFINITY);
      if (column !== reserve) missing.push({ column, efficiency: car.efficiency });
      if (want.reserve) reserve = column;
      terms.push([column, 1]);
    }
    program.row(want.kwh, Number.POSITIVE_INFINITY, terms);
  }
  return missing;
}
