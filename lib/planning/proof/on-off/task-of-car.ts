import type { Model } from '../../problem/model.ts';
import type { ModelCar } from '../../problem/model-car.ts';
import { spareKwh, v2hWants } from '../../problem/v2h-wants.ts';
import type { CarPrices } from '../least-car-cost.ts';
import { mustCharge } from './must-charge.ts';
import type { Allowance, Goal, OnOffTask } from './task.ts';

/** Rounding forgiven at a goal, kWh: far below what shortfalls are compared to. */
const GOAL_HAIR_KWH = 1e-9;

export interface TaskOptions {
  /** By slots of the problem. */
  readonly allowances?: readonly Allowance[];
  /** What a missing battery kWh costs, NOK; null: what the car alone could reach must be reached. */
  readonly missingNok?: number | null;
  /** With a price of what is missing: the reserve must be met all the same but for so much, grid kWh. Absent: it is priced too. */
  readonly reserveLessKwh?: number | undefined;
}

/** One car of a model as a task for the search, on its own slots. */
export function taskOfCar(model: Model, v: number, prices: CarPrices, options: TaskOptions = {}): OnOffTask {
  const [car, vehicle] = [model.cars[v], model.problem.vehicles[v]];
  if (!car || !vehicle) throw new Error('no such car');
  const { allowances = [], missingNok = null, reserveLessKwh } = options;
  const { arrive, depart, mostKwh, minKw } = car;
  const inWindow = (value: (t: number) => number) =>
    Float64Array.from({ length: depart - arrive }, (_, i) => value(arrive + i));
  const price = (t: number) => prices.price[t] ?? 0;
  const limits = {
    mostKwh: inWindow((t) => mostKwh[t] ?? 0),
    leastKwh: inWindow((t) => Math.min(mostKwh[t] ?? 0, minKw * (model.hours[t] ?? 0))),
    goals: goalsOf(car, car.discharge ? v2hWants(car, vehicle) : car.wants, missingNok, reserveLessKwh),
  };
  return {
    ...limits,
    ...(car.discharge ? { must: new Uint8Array(depart - arrive) } : mustCharge(limits)),
    price: inWindow(price),
    cheapPrice: inWindow((t) => prices.cheap?.[t] ?? price(t)),
    cheapKwh: inWindow((t) => prices.cheapKwh?.[t] ?? 0),
    ...givingOf(model, car, inWindow, price),
    floorKwh: car.discharge ? -spareKwh(vehicle) : 0,
    roomKwh: car.roomKwh,
    allowances: allowancesOf(car, allowances),
    startNok: model.startPenaltyNok,
    oneBlock: car.oneBlock,
    late: car.prefer === 'late',
  };
}

/** Allowances by slots of the problem, as those of the car's window. */
export function allowancesOf({ arrive, depart }: ModelCar, allowances: readonly Allowance[]): Allowance[] {
  return allowances.flatMap(({ from, to, kwh }) => {
    const own = { from: Math.max(from, arrive) - arrive, to: Math.min(to, depart) - arrive, kwh };
    return own.from < own.to ? [own] : [];
  });
}

/** A car alone gives no more than the house takes; beside others it may feed them too. Not where import is paid for. */
function givingOf(
  { hours, houseKw, importPrice, cars }: Model,
  { discharge, efficiency }: ModelCar,
  inWindow: (value: (t: number) => number) => Float64Array,
  price: (t: number) => number,
): Pick<OnOffTask, 'giveKwh' | 'givePrice'> {
  if (!discharge) return { giveKwh: inWindow(() => 0), givePrice: inWindow(() => 0) };
  const undone = 1 / (discharge.efficiency * efficiency);
  const mostKw = (t: number) =>
    cars.length > 1 ? discharge.maxKw : Math.min(discharge.maxKw, houseKw[t] ?? 0);
  return {
    giveKwh: inWindow((t) => ((importPrice[t] ?? 0) < 0 ? 0 : mostKw(t) * (hours[t] ?? 0) * undone)),
    givePrice: inWindow((t) => (price(t) - discharge.wearNokPerKwh) / undone),
  };
}

function goalsOf(
  car: ModelCar,
  wants: ModelCar['wants'],
  missingNok: number | null,
  reserveLessKwh?: number,
): Goal[] {
  const { arrive, depart, efficiency } = car;
  const inWindow = ({ before, kwh }: { before: number; kwh: number }) => ({
    slot: Math.min(depart, Math.max(arrive, before)) - arrive,
    kwh: kwh - GOAL_HAIR_KWH,
  });
  if (missingNok === null) return wants.map(inWindow);
  if (reserveLessKwh !== undefined) {
    return wants.map((want) => {
      const goal = inWindow(want);
      if (!want.reserve) return { ...goal, nokPerKwh: missingNok * efficiency };
      return { ...goal, kwh: goal.kwh - reserveLessKwh };
    });
  }
  // Of the reserve only the worst point counts as missing: one of its points alone is at most that.
  const reserve = wants.findLast((want) => want.reserve);
  return wants
    .filter((want) => !want.reserve || want === reserve)
    .map((want) => ({ ...inWindow(want), nokPerKwh: missingNok * efficiency }));
}
