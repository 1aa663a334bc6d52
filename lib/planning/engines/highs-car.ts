import type { Model } from '../problem/model.ts';
import type { ModelCar } from '../problem/model-car.ts';
import { addBattery, type Flows, type Missing, type Wanting } from './highs-battery.ts';
import type { HighsProgram } from './highs-program.ts';

/** The columns of one car, by slot of the problem; -1 where there is none. */
export interface CarColumns extends Flows {
  /** 1 where on. */
  readonly on: Int32Array;
  readonly start: Int32Array;
  /** What is missing of each want; empty where all must be met. */
  readonly missing: readonly Missing[];
}

const FREE = Number.POSITIVE_INFINITY;

/** One car's columns and rows: what it may take when, its starts, its battery and its wants. */
export function addCar(program: HighsProgram, model: Model, v: number, wanting: Wanting): CarColumns {
  const car = model.cars[v];
  if (!car) throw new Error('no such car');
  const none = () => new Int32Array(model.slotCount).fill(-1);
  const columns = { buy: none(), give: none(), on: none(), start: none() };
  const onOff = car.minKw > 0 || car.oneBlock || model.startPenaltyNok > 0;
  for (let t = car.arrive; t < car.depart; t += 1) {
    addBuying(program, model, car, columns, t, onOff);
    addGiving(program, model, car, columns, t);
  }
  const starts = Array.from(columns.start).filter((column) => column >= 0);
  if (car.oneBlock && starts.length > 0)
    program.row(
      -FREE,
      1,
      starts.map((column) => [column, 1]),
    );
  return { ...columns, missing: addBattery(program, model, v, columns, wanting) };
}

function addBuying(
  program: HighsProgram,
  { hours, startPenaltyNok }: Model,
  car: ModelCar,
  { buy, on, start }: Omit<CarColumns, 'missing'>,
  t: number,
  onOff: boolean,
): void {
  const most = car.mostKwh[t] ?? 0;
  if (most <= 0) return;
  const bought = program.column(0, most);
  buy[t] = bought;
  if (!onOff) return;
  const isOn = program.binary();
  const starts = program.column(0, 1, startPenaltyNok);
  on[t] = isOn;
  start[t] = starts;
  const least = car.minKw * (hours[t] ?? 0);
  program.row(-FREE, 0, [
    [bought, 1],
    [isOn, -most],
  ]);
  if (least > 0)
    program.row(0, FREE, [
      [bought, 1],
      [isOn, -least],
    ]);
  const before = on[t - 1] ?? -1;
  program.row(-FREE, 0, [[isOn, 1], [starts, -1], ...(before < 0 ? [] : [[before, -1] as const])]);
}

/** To the house, or to other cars. Not where import is paid for: that would be burning energy. */
function addGiving(
  program: HighsProgram,
  { hours, houseKw, importPrice, cars }: Model,
  { discharge }: ModelCar,
  { give, on }: Omit<CarColumns, 'missing'>,
  t: number,
): void {
  if (!discharge || (importPrice[t] ?? 0) < 0) return;
  const taken = cars.length > 1 ? FREE : (houseKw[t] ?? 0);
  const most = Math.min(discharge.maxKw, taken) * (hours[t] ?? 0);
  if (most <= 0) return;
  const given = program.column(0, most, discharge.wearNokPerKwh);
  give[t] = given;
  const isOn = on[t] ?? -1;
  if (isOn < 0) return;
  program.row(-FREE, most, [
    [given, 1],
    [isOn, most],
  ]);
}
