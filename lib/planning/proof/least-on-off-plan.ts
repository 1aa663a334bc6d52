import type { Model } from '../problem/model.ts';
import type { ModelCapacity } from '../problem/model-capacity.ts';
import { demandOf, stepOf } from '../problem/model-capacity.ts';
import type { CarPrices } from './least-car-cost.ts';
import type { Schedule } from './on-off/cheapest-schedule.ts';
import { searchOnOff } from './on-off/search.ts';
import type { Allowance } from './on-off/task.ts';
import { taskOfCar } from './on-off/task-of-car.ts';
import { type Look, withinStep } from './on-off/within-step.ts';

/** Added to the price over the window, NOK per kWh: the earlier (or later) of equally cheap schedules wins. */
const TILT_NOK = 1e-6;
/** Pieces that one look may come to, so that a plan never takes seconds. */
const PIECE_BUDGET = 1e6;

export interface OnOffPlan {
  /** No plan costs less, NOK, the rise of the capacity fee included: proved by exhausted searches. */
  readonly boundNok: number;
  /** Energy of each slot of the problem, kWh, and which slots are on; null where no plan was found. */
  readonly kwh: Float64Array | null;
  readonly on: Uint8Array | null;
}

const known = new WeakMap<Model, OnOffPlan>();

/** The cheapest plan of a home with one on/off car that does not discharge, all its wants met. Searched once for each model. */
export function leastOnOffPlan(model: Model): OnOffPlan {
  const before = known.get(model);
  if (before) return before;
  const plan = search(model);
  known.set(model, plan);
  return plan;
}

function search(model: Model): OnOffPlan {
  const { capacity } = model;
  const free = look(model, Number.POSITIVE_INFINITY, []);
  const hair = TILT_NOK * (model.cars[0]?.roomKwh ?? 0) + 1e-5;
  if (!capacity || !free.found || !free.kwhOfHour) return planOf(model, free.found, free.boundNok - hair);
  const freeStep = stepOf(capacity.steps, demandOf(capacity, free.kwhOfHour));
  let best = { found: free.found, nok: free.boundNok + riseOf(capacity, freeStep) };
  let bound = best.nok;
  for (let step = capacity.aloneStep; step < freeStep; step += 1) {
    const rise = riseOf(capacity, step);
    if (free.boundNok + rise >= best.nok) break;
    const result = withinStep(
      capacity,
      capacity.steps[step]?.uptoKw ?? 0,
      best.nok - rise,
      (limits, cutoff) => look(model, cutoff, allowancesOf(model, capacity, limits)),
    );
    if (!result) continue;
    bound = Math.min(bound, result.boundNok + rise);
    if (result.found) best = { found: result.found, nok: result.foundNok + rise };
  }
  return planOf(model, best.found, Math.min(bound, best.nok) - hair);
}

function riseOf({ steps, aloneNok }: ModelCapacity, step: number): number {
  return (steps[step]?.nokPerMonth ?? 0) - aloneNok;
}

function look(model: Model, cutoffNok: number, allowances: readonly Allowance[]): Look<Schedule> {
  const [car] = model.cars;
  if (!car) throw new Error('no car');
  const { hours, startPenaltyNok: startNok } = model;
  const task = taskOfCar(car, tiltedPrices(model), { hours, startNok, allowances });
  const { boundNok, schedule } = searchOnOff(task, { cutoffNok, pieceBudget: PIECE_BUDGET });
  return { boundNok, found: schedule, kwhOfHour: schedule && importOfHours(model, schedule) };
}

function tiltedPrices({ importPrice, exportPrice, surplusKw, hours, cars, slotCount }: Model): CarPrices {
  const early = cars[0]?.prefer !== 'late';
  const tilt = (_: number, t: number) => (TILT_NOK * (early ? t : slotCount - t)) / slotCount;
  return {
    price: importPrice.map((nok, t) => nok + tilt(nok, t)),
    cheap: exportPrice.map((nok, t) => nok + tilt(nok, t)),
    cheapKwh: surplusKw.map((kw, t) => kw * (hours[t] ?? 0)),
  };
}

/** What each clock hour's share of a day's limit leaves to the car. */
function allowancesOf(
  { slotCount }: Model,
  capacity: ModelCapacity,
  dayLimits: readonly number[],
): Allowance[] {
  const allowances: Allowance[] = [];
  for (let from = 0; from < slotCount; ) {
    const hour = capacity.hourOfSlot[from] ?? 0;
    let to = from + 1;
    while (to < slotCount && capacity.hourOfSlot[to] === hour) to += 1;
    const limit = dayLimits[capacity.dayOfHour[hour] ?? 0] ?? Number.POSITIVE_INFINITY;
    allowances.push({ from, to, kwh: Math.max(0, limit - (capacity.houseKwhOfHour[hour] ?? 0)) });
    from = to;
  }
  return allowances;
}

function importOfHours({ capacity, cars, surplusKw, hours }: Model, { kwh }: Schedule): Float64Array | null {
  if (!capacity) return null;
  const imported = Float64Array.from(capacity.houseKwhOfHour);
  const arrive = cars[0]?.arrive ?? 0;
  for (const [i, energy] of kwh.entries()) {
    const t = arrive + i;
    const hour = capacity.hourOfSlot[t] ?? 0;
    const dear = Math.max(0, energy - (surplusKw[t] ?? 0) * (hours[t] ?? 0));
    imported[hour] = (imported[hour] ?? 0) + dear;
  }
  return imported;
}

function planOf({ slotCount, cars }: Model, found: Schedule | null, boundNok: number): OnOffPlan {
  if (!found) return { boundNok, kwh: null, on: null };
  const [kwh, on] = [new Float64Array(slotCount), new Uint8Array(slotCount)];
  kwh.set(found.kwh, cars[0]?.arrive ?? 0);
  on.set(found.on, cars[0]?.arrive ?? 0);
  return { boundNok, kwh, on };
}
