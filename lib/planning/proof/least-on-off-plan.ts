import type { Model } from '../problem/model.ts';
import { Budget } from './budget.ts';
import type { Schedule } from './on-off/cheapest-schedule.ts';
import { leastMissing } from './on-off/least-missing.ts';
import { type Missing, OneCarLooks, TILT_NOK } from './on-off/one-car-looks.ts';
import { overSteps } from './on-off/over-steps.ts';

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
 * fee fall to the first step's, and prices have to tell what each step costs.
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
  return missingLeast(model, mostLooks, budget);
}

/** The cheapest that misses no more than must be: the reserve no more than all of that, other wants at a price. */
function missingLeast(model: Model, mostLooks: number, budget: Budget): OnOffPlan {
  const efficiency = model.cars[0]?.efficiency ?? 1;
  const { kwh: missingKwh, reserveAtLeastKwh, reserveKwh } = leastMissing(model, budget);
  const within = (reserveLessKwh: number) =>
    searchAt(model, mostLooks, budget, { nok: MISSING_NOK, reserveLessKwh: reserveLessKwh + ROUNDING_KWH });
  const any = within(missingKwh / efficiency);
  const plan = missingKwh / efficiency > reserveKwh + ROUNDING_KWH ? within(reserveKwh) : any;
  const othersKwh = missingKwh - reserveAtLeastKwh * efficiency + 2 * ROUNDING_KWH;
  return { ...plan, missingKwh, boundNok: any.boundNok - MISSING_NOK * othersKwh };
}

/** With all wants met, or each battery kWh below one at a price. */
function searchAt(model: Model, mostLooks: number, budget: Budget, missing: Missing | null): OnOffPlan {
  const { capacity } = model;
  const hair = TILT_NOK * (model.cars[0]?.roomKwh ?? 0) + 1e-5;
  const looks = new OneCarLooks(model, missing, budget);
  const free = looks.free();
  if (!capacity) return planOf(model, free.found, free.boundNok - hair);
  const leastRise = (capacity.steps[0]?.nokPerMonth ?? 0) - capacity.aloneNok;
  if (model.cars[0]?.discharge) return planOf(model, free.found, free.boundNok + leastRise - hair);
  const best = overSteps(model, capacity, free, { mostLooks, looks, budget });
  return planOf(model, best?.found ?? null, (best ?? free).boundNok - hair);
}

function planOf({ slotCount, cars }: Model, found: Schedule | null, boundNok: number): OnOffPlan {
  if (!found) return { boundNok, missingKwh: 0, kwh: null, on: null };
  const [kwh, on] = [new Float64Array(slotCount), new Uint8Array(slotCount)];
  kwh.set(found.kwh, cars[0]?.arrive ?? 0);
  on.set(found.on, cars[0]?.arrive ?? 0);
  return { boundNok, missingKwh: 0, kwh, on };
}
