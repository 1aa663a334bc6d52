import type { ModelCar } from '../../problem/model-car.ts';
import type { CarPrices } from '../least-car-cost.ts';
import type { Allowance, Goal, OnOffTask } from './task.ts';

/** Rounding forgiven at a goal, kWh: far below what shortfalls are compared to. */
const GOAL_HAIR_KWH = 1e-9;

export interface TaskOptions {
  /** Length of each slot of the problem, h. */
  readonly hours: ArrayLike<number>;
  readonly startNok: number;
  /** By slots of the problem. */
  readonly allowances?: readonly Allowance[];
  /** What a missing battery kWh costs, NOK; null: what the car alone could reach must be reached. */
  readonly missingNok?: number | null;
}

/** One car as a task for the search, on its own slots. */
export function taskOfCar(car: ModelCar, prices: CarPrices, options: TaskOptions): OnOffTask {
  const { hours, startNok, allowances = [], missingNok = null } = options;
  const { arrive, depart, mostKwh, minKw } = car;
  const inWindow = (value: (t: number) => number) =>
    Float64Array.from({ length: depart - arrive }, (_, i) => value(arrive + i));
  const price = (t: number) => prices.price[t] ?? 0;
  return {
    mostKwh: inWindow((t) => mostKwh[t] ?? 0),
    leastKwh: inWindow((t) => Math.min(mostKwh[t] ?? 0, minKw * (hours[t] ?? 0))),
    price: inWindow(price),
    cheapPrice: inWindow((t) => prices.cheap?.[t] ?? price(t)),
    cheapKwh: inWindow((t) => prices.cheapKwh?.[t] ?? 0),
    roomKwh: car.roomKwh,
    goals: goalsOf(car, missingNok === null ? null : missingNok * car.efficiency),
    allowances: allowances.flatMap(({ from, to, kwh }) => {
      const own = { from: Math.max(from, arrive) - arrive, to: Math.min(to, depart) - arrive, kwh };
      return own.from < own.to ? [own] : [];
    }),
    startNok,
    oneBlock: car.oneBlock,
  };
}

function goalsOf({ wants, arrive, depart }: ModelCar, nokPerKwh: number | null): Goal[] {
  const inWindow = ({ before, kwh }: { before: number; kwh: number }) => ({
    slot: Math.min(depart, Math.max(arrive, before)) - arrive,
    kwh: Math.max(0, kwh - GOAL_HAIR_KWH),
  });
  if (nokPerKwh === null) return wants.map(inWindow);
  // Of the reserve only the worst point counts as missing: one of its points alone is at most that.
  const reserve = wants.findLast((want) => want.reserve);
  return wants
    .filter((want) => !want.reserve || want === reserve)
    .map((want) => ({ ...inWindow(want), nokPerKwh }));
}
