import type { Model } from '../problem/model.ts';
import { METER_KW, type ModelCapacity } from '../problem/model-capacity.ts';
import type { Missing, Wanting } from './highs-battery.ts';
import { addCar, type CarColumns } from './highs-car.ts';
import { HighsProgram } from './highs-program.ts';

/** Room to a step's end that plans keep, kW, so that no rounding lifts them over it. */
const MARGIN_KW = 1e-7;
/** As much more for each car that may be held on at a hair's power. */
const HOLDING_KW = 1e-5;
const FREE = Number.POSITIVE_INFINITY;

/** A whole home as a mixed-integer program (a linear one, where no car is on or off). */
export interface HighsHome {
  readonly program: HighsProgram;
  readonly cars: readonly CarColumns[];
  /** Row of the fuse in each slot of the problem, and of each clock hour's share of its day's peak; -1 where there is none. */
  readonly fuseRow: Int32Array;
  readonly hourRow: Int32Array;
  /** Row of the sun that would be given away in each slot. */
  readonly sunRow: Int32Array;
  readonly missing: readonly Missing[];
}

export interface HomeOptions {
  readonly wanting: Wanting;
  /** The only capacity steps considered, first to last; none: the fee is left out. */
  readonly steps?: readonly number[];
}

/** Energy and fee as they are paid: sun that would be given away first, then import; what cars give lowers the import. */
export function homeProgram(model: Model, { wanting, steps = [] }: HomeOptions): HighsHome {
  const program = new HighsProgram();
  const cars = model.cars.map((_, v) => addCar(program, model, v, wanting));
  const none = () => new Int32Array(model.slotCount).fill(-1);
  const rows = { fuseRow: none(), sunRow: none() };
  const imports = Array.from({ length: model.slotCount }, (_, t) => addSlot(program, model, cars, t, rows));
  const { capacity } = model;
  const hourRow = new Int32Array(capacity?.houseKwhOfHour.length ?? 0).fill(-1);
  if (capacity && steps.length > 0) addFee(program, model, capacity, imports, steps, hourRow);
  return { program, cars, ...rows, hourRow, missing: cars.flatMap(({ missing }) => missing) };
}

type Terms = [column: number, value: number][];

/** Balance and fuse of a slot. Returns the terms of what the cars add to its import, kWh. */
function addSlot(
  program: HighsProgram,
  model: Model,
  cars: readonly CarColumns[],
  t: number,
  { fuseRow, sunRow }: Pick<HighsHome, 'fuseRow' | 'sunRow'>,
): Terms {
  const all: Terms = cars.flatMap(({ buy, give }) => {
    const [x, d] = [buy[t] ?? -1, give[t] ?? -1];
    return [...(x < 0 ? [] : [[x, 1]]), ...(d < 0 ? [] : [[d, -1]])] as Terms;
  });
  if (all.length === 0) return [];
  const hours = model.hours[t] ?? 0;
  const free = (model.freeKw[t] ?? FREE) * hours;
  if (free < FREE) fuseRow[t] = program.row(-FREE, free, all);
  const gives = cars.some(({ give }) => (give[t] ?? -1) >= 0);
  const dear = program.column(0, FREE, model.importPrice[t] ?? 0);
  const added: Terms = [[dear, 1]];
  const balance: Terms = [...all.map(([column, value]): [number, number] => [column, -value]), [dear, 1]];
  const surplus = (model.surplusKw[t] ?? 0) * hours;
  if (surplus > 0) {
    const sun = program.column(0, FREE, model.exportPrice[t] ?? 0);
    sunRow[t] = program.row(-FREE, surplus, [[sun, 1]]);
    balance.push([sun, 1]);
  }
  if (gives) {
    const spared = program.column(0, (model.houseKw[t] ?? 0) * hours, -(model.importPrice[t] ?? 0));
    balance.push([spared, -1]);
    added.push([spared, -1]);
  }
  program.row(0, 0, balance);
  return added;
}

/** One step is chosen; the mean of the largest peaks stays within it. */
function addFee(
  program: HighsProgram,
  model: Model,
  capacity: ModelCapacity,
  imports: readonly Terms[],
  steps: readonly number[],
  hourRow: Int32Array,
): void {
  const { averaged, knownPeaksKw, dayCount, dayOfHour, hourOfSlot, houseKwhOfHour } = capacity;
  const peaks = Array.from({ length: dayCount }, () => program.column(0, FREE));
  for (let hour = 0; hour < dayOfHour.length; hour += 1) {
    const terms: Terms = imports.flatMap((added, t) => (hourOfSlot[t] === hour ? added : []));
    const peak = peaks[dayOfHour[hour] ?? 0] ?? 0;
    const negated = terms.map(([column, value]): [number, number] => [column, -value]);
    hourRow[hour] = program.row(houseKwhOfHour[hour] ?? 0, FREE, [[peak, 1], ...negated]);
  }
  const threshold = program.column(0, FREE);
  const over = (peak: [number, number][], kw: number) => {
    const above = program.column(0, FREE);
    program.row(kw, FREE, [[above, 1], [threshold, 1], ...peak]);
    return above;
  };
  const aboves = [...knownPeaksKw.map((kw) => over([], kw)), ...peaks.map((peak) => over([[peak, -1]], 0))];
  const demand: Terms = [[threshold, averaged], ...aboves.map((column): [number, number] => [column, 1])];
  const holding = model.startPenaltyNok > 0 ? model.cars.filter(({ minKw }) => minKw < HOLDING_KW).length : 0;
  const marginKw = MARGIN_KW + holding * HOLDING_KW;
  const chosen = steps.map((step) => {
    const cost = (capacity.steps[step]?.nokPerMonth ?? 0) - capacity.aloneNok;
    return [
      steps.length > 1 ? program.binary(cost) : program.column(1, 1, cost),
      endOf(capacity, step, marginKw),
    ] as const;
  });
  program.row(
    1,
    1,
    chosen.map(([column]) => [column, 1]),
  );
  program.row(-FREE, 0, [
    ...demand,
    ...chosen.map(([column, end]): [number, number] => [column, -averaged * end]),
  ]);
}

/** Where a step ends, kW; the last has no end, but no home draws so much. */
function endOf({ steps, aloneKw }: ModelCapacity, step: number, marginKw: number): number {
  if (step === steps.length - 1) return 1e4;
  const upto = steps[step]?.uptoKw ?? 0;
  return Math.max(upto - marginKw, Math.min(upto + METER_KW, aloneKw));
}
