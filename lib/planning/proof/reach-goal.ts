import { NOTHING_KW } from '../problem/limits.ts';
import type { Model } from '../problem/model.ts';
import type { ModelCar } from '../problem/model-car.ts';
import { floorKw, STEPS_PER_KW } from './floor-kw.ts';

/** An engine's rounding over a whole schedule, kWh. */
const SLACK_KWH = 1e-5;

/** Part-filled slots of one car take up the difference to what it needs, or to what fits: whichever the engine was after. */
export function reachGoal(model: Model, powerKw: readonly number[][], v: number, row: number[]): void {
  const car = model.cars[v];
  if (!car || car.discharge) return;
  const has = kwhOf(model, row);
  const wanted = [car.needKwh, car.roomKwh].find((goal) => Math.abs(has - goal) <= SLACK_KWH);
  let missing = wanted === undefined ? 0 : wanted - has;
  for (let t = car.arrive; t < car.depart && missing !== 0; t += 1) {
    if (!isPart(model, car, row, t)) continue;
    missing -= change(model, powerKw, car, row, t, missing);
  }
  trimOverfill(model, car, row);
}

function isPart({ freeKw }: Model, car: ModelCar, row: readonly number[], t: number): boolean {
  const kw = row[t] ?? 0;
  return kw > 0 && kw !== Math.min(car.maxKw[t] ?? 0, freeKw[t] ?? 0);
}

/** Gives a slot (or takes) as much of `kwh` as its limits let; returns how much that was. Up to a whole microwatt: it serves the target. */
function change(
  model: Model,
  powerKw: readonly number[][],
  car: ModelCar,
  row: number[],
  t: number,
  kwh: number,
): number {
  const length = model.hours[t] ?? 1;
  const before = row[t] ?? 0;
  const most = Math.min(car.maxKw[t] ?? 0, before + spareKw(model, powerKw, t));
  const exact = Math.max(car.minKw, Math.min(most, before + kwh / length));
  const up = Math.ceil(exact * STEPS_PER_KW - 1e-3) / STEPS_PER_KW;
  row[t] = up;
  if (up > most || kwhOf(model, row) > car.roomKwh)
    row[t] = Math.max(Math.min(before, exact), floorKw(exact));
  return ((row[t] ?? 0) - before) * length;
}

/** What the fuse leaves in a slot beside all cars, kW; a hair less, for sums that round. */
function spareKw({ freeKw, problem }: Model, powerKw: readonly number[][], t: number): number {
  if (problem.fuseKw === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, (freeKw[t] ?? 0) - powerKw.reduce((sum, row) => sum + (row[t] ?? 0), 0) - 1e-9);
}

/** Where slots together are a hair more than the battery holds, the last of them gives way. */
function trimOverfill(model: Model, car: ModelCar, row: number[]): void {
  const over = kwhOf(model, row) - car.roomKwh;
  const last = row.findLastIndex((kw) => kw > 0);
  if (over <= 0 || last < 0) return;
  const kw = Math.max(0, floorKw((row[last] ?? 0) - over / (model.hours[last] ?? 1)));
  row[last] = kw < car.minKw || kw <= NOTHING_KW ? 0 : kw;
}

function kwhOf({ hours }: Model, row: readonly number[]): number {
  let kwh = 0;
  for (let t = 0; t < row.length; t += 1) kwh += (row[t] ?? 0) * (hours[t] ?? 0);
  return kwh;
}
