import { isPlain } from '../problem/is-plain.ts';
import type { Model } from '../problem/model.ts';
import { demandOf, stepOf } from '../problem/model-capacity.ts';
import type { ModelCar } from '../problem/model-car.ts';
import type { Engine } from './engine.ts';
import { fillCheapest } from './fill-cheapest.ts';
import { openPieces } from './open-pieces.ts';
import { importOf } from './plan-sums.ts';

const ROUNDING = 1e-9;

/**
 * Each car by itself: cheapest slots first until what it wants is in, and on while the price is below zero until the battery is full. Exact
 * where nothing that cars and house share binds, because each kWh then costs what its slot says, whatever the others do (a
 * fractional knapsack; wants that are due earlier are met first). Where the plans together are too much for the fuse or lift
 * the month's step, it has no answer.
 */
export const greedy: Engine = {
  name: 'greedy',
  solve(model) {
    if (!isPlain(model)) return null;
    const kwh = model.cars.map((car) => oneCar(model, car));
    if (model.cars.length > 1 && sharesTooMuch(model, kwh)) return null;
    if (liftsStep(model, kwh)) return null;
    return { powerKw: kwh.map((row) => row.map((amount, t) => amount / (model.hours[t] ?? 1))) };
  },
};

/** Grid kWh for each slot. */
function oneCar(model: Model, car: ModelCar): number[] {
  const kwh = new Array<number>(model.slotCount).fill(0);
  const pieces = openPieces(model, car);
  const { prefer } = car;
  let taken = 0;
  for (const { before, kwh: goal } of car.wants) {
    if (goal - taken <= ROUNDING) continue;
    const wanted = { kwh: goal - taken, before, belowNok: Number.POSITIVE_INFINITY, prefer };
    taken += fillCheapest(kwh, pieces, wanted);
  }
  // What is paid for is taken while there is room.
  fillCheapest(kwh, pieces, { kwh: car.roomKwh - taken, before: car.depart, belowNok: 0, prefer });
  return kwh;
}

/** More than the fuse carries, or than there is sun that each took for its own. */
function sharesTooMuch({ slotCount, freeKw, surplusKw, hours }: Model, kwh: readonly number[][]): boolean {
  for (let t = 0; t < slotCount; t += 1) {
    const length = hours[t] ?? 0;
    const sum = kwh.reduce((total, row) => total + (row[t] ?? 0), 0);
    if (sum > (freeKw[t] ?? 0) * length + ROUNDING) return true;
    const sunKwh = (surplusKw[t] ?? 0) * length;
    if (sunKwh > 0 && sum > sunKwh + ROUNDING) return true;
  }
  return false;
}

function liftsStep(model: Model, kwh: readonly number[][]): boolean {
  const { capacity } = model;
  return (
    capacity !== null &&
    stepOf(capacity.steps, demandOf(capacity, importOf(model, capacity, kwh))) > capacity.aloneStep
  );
}
