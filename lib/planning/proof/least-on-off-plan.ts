import type { Model } from '../problem/model.ts';
import type { ModelCapacity } from '../problem/model-capacity.ts';
import { demandOf, stepOf } from '../problem/model-capacity.ts';
import type { ModelCar } from '../problem/model-car.ts';
import { Budget } from './budget.ts';
import type { CarPrices } from './least-car-cost.ts';
import type { Schedule } from './on-off/cheapest-schedule.ts';
import { searchOnOff } from './on-off/search.ts';
import { hourAllowances } from './on-off/step-allowances.ts';
import type { Allowance } from './on-off/task.ts';
import { taskOfCar } from './on-off/task-of-car.ts';
import { type Look, withinStep } from './on-off/within-step.ts';

/** Added to the price over the window, NOK per kWh: the earlier (or later) of equally cheap schedules wins. */
const TILT_NOK = 1e-6;
/** What one look may come to. */
const LOOK_UNITS = 5e5;
/** How often the days of a capacity step are divided anew before its search ends unfinished. */
const MOST_LOOKS = 200;

export interface OnOffPlan {
  /** No plan that misses no more than the least costs less, NOK, the rise of the capacity fee included: proved by exhausted searches. */
  readonly boundNok: number;
  /** Battery kWh that must be missing beyond what full power would miss: where its least power keeps the car from what it wants. */
  readonly missingKwh: number;
  /** Energy of each slot of the problem, kWh (below 0: given, as the charging that it undoes), and which are on; null: no plan was found. */
  readonly kwh: Float64Array | null;
  readonly on: Uint8Array | null;
}

/** What a battery kWh missing is reckoned to cost where not all wants can be met: more than starts and energy to spare it, as a rule. */
const MISSING_NOK = 100;
/** Rounding of the least that is missing, kWh. */
const ROUNDING_KWH = 2e-6;

const known = new WeakMap<Model, OnOffPlan>();

/**
 * The cheapest plan of a home with one car, whatever it is, all its wants met: off or at least `minKw`, with its starts, in one block, feeding
 * the house. Searched once for each model. Only a car that feeds the house is not searched under capacity steps: the bound then lets the
 * fee fall to the first step's, and the plan is told as bounded.
 */
export function leastOnOffPlan(model: Model, budget?: Budget): OnOffPlan {
  const before = known.get(model);
  if (before) return before;
  const plan = searchPlan(model, MOST_LOOKS, budget);
  known.set(model, plan);
  return plan;
}

/** The same with an allowance of looks for each capacity step: a good plan where few are allowed, and a bound all the same. */
export function searchPlan(model: Model, mostLooks: number, budget = new Budget()): OnOffPlan {
  const met = searchAt(model, mostLooks, budget, null);
  // Infinity: proved that the wants cannot be met.
  if (met.kwh || met.boundNok < Number.POSITIVE_INFINITY) return met;
  const missingKwh = leastMissingKwh(model, budget);
  const { boundNok, ...plan } = searchAt(model, mostLooks, budget, MISSING_NOK);
  return { ...plan, missingKwh, boundNok: boundNok - MISSING_NOK * (missingKwh + ROUNDING_KWH) };
}

/** The least that is missing whatever it costs. */
function leastMissingKwh(model: Model, budget: Budget): number {
  const zeros = new Float64Array(model.slotCount);
  const free = { ...model, startPenaltyNok: 0 };
  const task = taskOfCar(free, 0, { price: zeros, cheap: null, cheapKwh: null }, { missingNok: 1 });
  return Math.max(0, searchOnOff(task, { budget: budget.part(LOOK_UNITS) }).boundNok);
}

/** With all wants met, or each battery kWh below one at a price. */
function searchAt(model: Model, mostLooks: number, budget: Budget, missingNok: number | null): OnOffPlan {
  const { capacity } = model;
  const hair = TILT_NOK * (model.cars[0]?.roomKwh ?? 0) + 1e-5;
  const free = look(model, { cutoffNok: Number.POSITIVE_INFINITY, allowances: [], missingNok, budget });
  if (!capacity || !free.found || !free.kwhOfHour) return planOf(model, free.found, free.boundNok - hair);
  const freeStep = stepOf(capacity.steps, demandOf(capacity, free.kwhOfHour));
  if (model.cars[0]?.discharge) return planOf(model, free.found, free.boundNok + riseOf(capacity, 0) - hair);
  const known = { ...free, found: free.found, missingNok, budget };
  const { boundNok, found } = bestStep(model, capacity, freeStep, mostLooks, known);
  return planOf(model, found, boundNok - hair);
}

/** From the house's own step upwards, each that could still be worth its fee; `free` is the cheapest without steps. */
function bestStep(
  model: Model,
  capacity: ModelCapacity,
  freeStep: number,
  mostLooks: number,
  free: {
    readonly boundNok: number;
    readonly found: Schedule;
    readonly missingNok: number | null;
    readonly budget: Budget;
  },
) {
  let [found, foundNok] = [free.found, free.boundNok + riseOf(capacity, freeStep)];
  let boundNok = foundNok;
  for (let step = capacity.aloneStep; step < freeStep; step += 1) {
    const rise = riseOf(capacity, step);
    if (free.boundNok + rise >= foundNok) break;
    const uptoKw = capacity.steps[step]?.uptoKw ?? 0;
    const result = withinStep(
      capacity,
      { uptoKw, cutoffNok: foundNok - rise, mostLooks },
      (limits, cutoffNok) =>
        look(model, { ...free, cutoffNok, allowances: hourAllowances(model, capacity, limits) }),
    );
    if (!result) continue;
    boundNok = Math.min(boundNok, result.boundNok + rise);
    if (result.found) [found, foundNok] = [result.found, result.foundNok + rise];
  }
  return { found, boundNok: Math.min(boundNok, foundNok) };
}

function riseOf({ steps, aloneNok }: ModelCapacity, step: number): number {
  return (steps[step]?.nokPerMonth ?? 0) - aloneNok;
}

interface LookOptions {
  readonly cutoffNok: number;
  readonly allowances: readonly Allowance[];
  readonly missingNok: number | null;
  readonly budget: Budget;
}

function look(model: Model, { cutoffNok, allowances, missingNok, budget }: LookOptions): Look<Schedule> {
  const task = taskOfCar(model, 0, tiltedPrices(model), { allowances, missingNok });
  const { boundNok, schedule } = searchOnOff(task, { cutoffNok, budget: budget.part(LOOK_UNITS) });
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

function importOfHours({ capacity, cars, surplusKw, hours }: Model, { kwh }: Schedule): Float64Array | null {
  const [car] = cars;
  if (!capacity || !car) return null;
  const imported = Float64Array.from(capacity.houseKwhOfHour);
  for (const [i, energy] of kwh.entries()) {
    const t = car.arrive + i;
    const hour = capacity.hourOfSlot[t] ?? 0;
    const dear =
      energy < 0 ? givenKwh(car, energy) : Math.max(0, energy - (surplusKw[t] ?? 0) * (hours[t] ?? 0));
    imported[hour] = (imported[hour] ?? 0) + dear;
  }
  return imported;
}

/** What reaches the house, of energy that the battery gives (counted as the charging that it undoes). */
export function givenKwh({ discharge, efficiency }: ModelCar, kwh: number): number {
  return kwh * efficiency * (discharge?.efficiency ?? 1);
}

function planOf({ slotCount, cars }: Model, found: Schedule | null, boundNok: number): OnOffPlan {
  if (!found) return { boundNok, missingKwh: 0, kwh: null, on: null };
  const [kwh, on] = [new Float64Array(slotCount), new Uint8Array(slotCount)];
  kwh.set(found.kwh, cars[0]?.arrive ?? 0);
  on.set(found.on, cars[0]?.arrive ?? 0);
  return { boundNok, missingKwh: 0, kwh, on };
}
