import type { Model } from '../../problem/model.ts';
import type { ModelCar } from '../../problem/model-car.ts';
import type { Budget } from '../budget.ts';
import type { CarPrices } from '../least-car-cost.ts';
import type { Schedule } from './cheapest-schedule.ts';
import { isWithinGoals, splitAtGoals } from './goals-within-hours.ts';
import { type OnOffSearch, quickBound, searchOnOff } from './search.ts';
import type { Allowance, OnOffTask } from './task.ts';
import { allowancesOf, taskOfCar } from './task-of-car.ts';
import type { Look } from './within-step.ts';

/** Added to the price over the window, NOK per kWh: the earlier (or later) of equally cheap schedules wins. */
export const TILT_NOK = 1e-6;
/** What one look may come to. */
const LOOK_UNITS = 5e5;

/** Wants that need not be met: what a battery kWh missing costs, and how far the reserve may be missed, grid kWh. */
export interface Missing {
  readonly nok: number;
  readonly reserveLessKwh: number;
}

/** Looks for the cheapest schedule of a home's one car, at various limits of its clock hours. */
export class OneCarLooks {
  readonly #model: Model;
  readonly #car: ModelCar;
  readonly #budget: Budget;
  readonly #bySlot: OnOffTask;
  readonly #byHour: OnOffTask;

  /** `missing`: null where all wants are met. */
  constructor(model: Model, missing: Missing | null, budget: Budget) {
    const [car] = model.cars;
    if (!car) throw new Error('no such car');
    this.#model = model;
    this.#car = car;
    this.#budget = budget;
    const wants = { missingNok: missing?.nok ?? null, reserveLessKwh: missing?.reserveLessKwh };
    this.#bySlot = taskOfCar(model, 0, tiltedPrices(model, false), wants);
    this.#byHour = taskOfCar(model, 0, tiltedPrices(model, true), wants);
  }

  /** The cheapest schedule if the month's demand does not matter. */
  free(): Look<Schedule> {
    return this.#look(this.#bySlot, Number.POSITIVE_INFINITY);
  }

  /** The cheapest within what clock hours may buy, if it costs no more than the cutoff. */
  within(allowances: readonly Allowance[], cutoffNok: number): Look<Schedule> {
    return this.#look(this.#taskWithin(allowances), cutoffNok);
  }

  /** Import of each clock hour with no more than what the car cannot do without, kWh. */
  leastKwhOfHour(): Float64Array {
    const { must, leastKwh } = this.#byHour;
    const forced = leastKwh.map((kwh, i) => (must[i] === 1 ? kwh : 0));
    return importOfHours(this.#model, forced) ?? new Float64Array(0);
  }

  /** What none of them costs less than, without a search. */
  quickBound(allowances: readonly Allowance[]): number {
    return quickBound(this.#taskWithin(allowances), this.#budget);
  }

  #taskWithin(allowances: readonly Allowance[]): OnOffTask {
    return { ...this.#byHour, allowances: allowancesOf(this.#car, allowances) };
  }

  #look(task: OnOffTask, cutoffNok: number): Look<Schedule> {
    const options = { cutoffNok, budget: this.#budget.part(LOOK_UNITS), always: true };
    const found = searchOnOff(task, options);
    if (!found.schedule || isWithinGoals(task, found.schedule)) {
      return lookOf(this.#model, found, found.boundNok);
    }
    // Goals inside a clock hour were left out: a schedule that meets them is made within one way to divide the hour.
    return lookOf(this.#model, searchOnOff(splitAtGoals(task), options), found.boundNok);
  }
}

function lookOf(model: Model, { schedule, nok }: OnOffSearch, boundNok: number): Look<Schedule> {
  return {
    boundNok,
    found: schedule,
    foundNok: nok,
    kwhOfHour: schedule && importOfHours(model, schedule.kwh),
  };
}

/** Slots of one hour alike where hours are looked at as a whole. */
function tiltedPrices(model: Model, byHour: boolean): CarPrices {
  const { importPrice, exportPrice, surplusKw, hours, cars, capacity } = model;
  const early = cars[0]?.prefer !== 'late';
  const places = byHour && capacity ? capacity.hourOfSlot : importPrice.map((_, t) => t);
  const most = (places.at(-1) ?? 0) + 1;
  const tilt = (t: number) => (TILT_NOK * (early ? (places[t] ?? 0) : most - (places[t] ?? 0))) / most;
  return {
    price: importPrice.map((nok, t) => nok + tilt(t)),
    cheap: exportPrice.map((nok, t) => nok + tilt(t)),
    cheapKwh: surplusKw.map((kw, t) => kw * (hours[t] ?? 0)),
  };
}

function importOfHours({ capacity, cars, surplusKw, hours }: Model, kwh: Float64Array): Float64Array | null {
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
