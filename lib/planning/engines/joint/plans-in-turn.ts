import { type Model, modelOf } from '../../problem/model.ts';
import type { Problem, Slot, Vehicle } from '../../problem/problem.ts';
import type { Budget } from '../../proof/budget.ts';
import { checkPlan } from '../../proof/check.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import { searchPlan } from '../../proof/least-on-off-plan.ts';
import { pricesOf } from '../../proof/priced-cost.ts';
import { settlePowers } from '../../proof/settle-powers.ts';
import { allAtOnce } from '../charge-at-once.ts';
import { greedy } from '../greedy.ts';
import { answerOf } from '../on-off.ts';

/** Mean grid-side kW per car and slot. */
export type Rows = number[][];

/** Ways to divide a step between days that a search looks at: a beginning, no proof. */
const FEW_LOOKS = 4;
/** What planning one car may come to. */
const CAR_UNITS = 1e5;
/** What stating a car's problem and checking its row comes to, and more for each slot. */
const ROW_UNITS = 500;
const SLOT_UNITS = 20;
/** Beyond the step that is looked at a plan costs so much more, NOK. */
const BEYOND_NOK = 1e6;
/** Saving less than this is not worth another round, NOK. */
const WORTHWHILE_NOK = 1e-4;
const MOST_ROUNDS = 4;
/** A plan so much dearer than the best, NOK and as a share, is not improved. */
const PROMISING_NOK = 1;
const PROMISING_SHARE = 0.03;
/** Less is more: shortfalls that differ by more than this are told apart, battery kWh. */
const SHORTFALL_KWH = 1e-5;
const TINY_KW = 1e-6;

interface TurnOptions {
  /** What the cars planned first are told. */
  readonly prices?: Prices | undefined;
  /** Where a relaxation charges: nothing is taken elsewhere at first. */
  readonly support?: Rows | undefined;
  /** Of the budget so much is kept. */
  readonly keepUnits?: number | undefined;
}

/**
 * Plans of a home made car by car, each by the exact search of one car for which what the others take is the house's. Holds every
 * limit. What the cars planned first leave to the others is told to them by prices of what they share.
 */
export class PlansInTurn {
  readonly model: Model;
  readonly #budget: Budget;
  best: Rows | null = null;

  constructor(model: Model, budget: Budget) {
    this.model = model;
    this.#budget = budget;
  }

  /** NOK and battery kWh missing of the best so far. */
  get figures(): { readonly costNok: number; readonly shortfallKwh: number } {
    if (!this.best) return { costNok: Number.POSITIVE_INFINITY, shortfallKwh: Number.POSITIVE_INFINITY };
    return checkPlan(this.model.problem, this.best);
  }

  /** Keeps the plan, its rounding taken out, where it holds and is better than the best. */
  offer(given: Rows | null): boolean {
    const rows = given && settlePowers(this.model, given);
    if (!rows || !isBetterPlan(this.model, rows, this.best)) return false;
    this.best = rows;
    return true;
  }

  /** Plans the cars in this order within a step, the last at what it really costs, then each anew while that is cheaper. */
  tryOrder(order: readonly number[], step: number | null, options: TurnOptions = {}): boolean {
    const { prices, support, keepUnits } = options;
    const problem = withinStep(this.model.problem, step);
    const rows: Rows = this.model.cars.map(() => new Array<number>(this.model.slotCount).fill(0));
    for (const [i, v] of order.entries()) {
      const isLast = i === order.length - 1;
      const row = this.#planOne(problem, rows, v, { prices: isLast ? undefined : prices, support });
      if (!row) return false;
      rows[v] = row;
    }
    return this.offer(this.#isPromising(rows) ? this.improved(rows, step, keepUnits) : rows);
  }

  /** Each car planned anew given the others, until that saves nothing. */
  improved(rows: Rows, step: number | null, keepUnits = 0): Rows {
    const problem = withinStep(this.model.problem, step);
    let best = rows;
    let unchanged = 0;
    const count = rows.length;
    for (let i = 0; i < MOST_ROUNDS * count && unchanged < count && this.#budget.left > keepUnits; i += 1) {
      const v = i % count;
      const row = this.#planOne(problem, best, v);
      const next = row ? best.with(v, row) : best;
      unchanged += 1;
      if (next === best || !isBetterPlan(this.model, next, best, WORTHWHILE_NOK)) continue;
      best = next;
      unchanged = 1;
    }
    return best;
  }

  /** Whether planning its cars anew could make it the best. */
  #isPromising(rows: Rows): boolean {
    const { costNok } = checkPlan(this.model.problem, rows);
    return costNok < this.figures.costNok + PROMISING_NOK + PROMISING_SHARE * Math.abs(costNok);
  }

  #planOne(problem: Problem, rows: Rows, v: number, { prices, support }: TurnOptions = {}): number[] | null {
    const whole = problem.vehicles[v];
    if (!whole) return null;
    const vehicle = support ? onlyNear(whole, support[v] ?? []) : whole;
    const slots = withLoad(prices ? pricedSlots(this.model, prices) : problem.slots, rows.with(v, []));
    const model = modelOf({ ...problem, slots, vehicles: [vehicle] });
    this.#budget.spend(ROW_UNITS + SLOT_UNITS * this.model.slotCount);
    const budget = this.#budget.part(CAR_UNITS);
    const answer = greedy.solve(model) ?? answerOf(model, searchPlan(model, FEW_LOOKS, budget));
    if (answer instanceof Promise) return null;
    // Where the search had to end early the car charges at once: dear, but a plan.
    return settlePowers(model, answer?.powerKw ?? allAtOnce(model))[0] ?? null;
  }
}

/** The same car, which takes nothing but where a row does, and a slot before and after. */
function onlyNear(vehicle: Vehicle, row: readonly number[]): Vehicle {
  const takes = (t: number) => Math.abs(row[t] ?? 0) > TINY_KW;
  const slotMaxKw = row.map((_, t) =>
    takes(t - 1) || takes(t) || takes(t + 1) ? (vehicle.slotMaxKw?.[t] ?? vehicle.maxKw) : 0,
  );
  return { ...vehicle, slotMaxKw };
}

/** Whether a plan holds, and leaves less missing than the other or costs (so much) less. */
function isBetterPlan({ problem }: Model, rows: Rows, than: Rows | null, byNok = 0): boolean {
  const check = checkPlan(problem, rows);
  if (check.violations.length > 0) return false;
  if (!than) return true;
  const other = checkPlan(problem, than);
  const missing = check.shortfallKwh - other.shortfallKwh;
  return Math.abs(missing) > SHORTFALL_KWH ? missing < 0 : check.costNok < other.costNok - byNok;
}

/** The same home where no plan is worth going beyond a step. */
function withinStep(problem: Problem, step: number | null): Problem {
  const { capacitySteps = [] } = problem;
  const uptoKw = step === null ? undefined : capacitySteps[step]?.uptoKw;
  if (uptoKw === undefined || step === capacitySteps.length - 1) return problem;
  return {
    ...problem,
    capacitySteps: [
      { uptoKw, nokPerMonth: 0 },
      { uptoKw: Number.MAX_VALUE, nokPerMonth: BEYOND_NOK },
    ],
  };
}

/** What energy costs with the prices of fuse, hours and sun. */
function pricedSlots(model: Model, prices: Prices): Slot[] {
  const { price, cheap } = pricesOf({ ...model, cars: model.cars.slice(0, 1) }, prices);
  return model.problem.slots.map((slot, t) => {
    const importPrice = price[t] ?? slot.importPrice;
    const sold = cheap?.[t] ?? slot.exportPrice;
    return { ...slot, importPrice, exportPrice: sold === undefined ? sold : Math.min(importPrice, sold) };
  });
}

/** What cars take is load of the house; what they give counts as sun, so that no load is below 0. */
function withLoad(slots: readonly Slot[], rows: Rows): Slot[] {
  return slots.map((slot, t) => {
    const kw = rows.reduce((sum, row) => sum + (row[t] ?? 0), 0);
    const load = (slot.baseLoadKw ?? 0) + kw;
    return { ...slot, baseLoadKw: Math.max(0, load), solarKw: (slot.solarKw ?? 0) + Math.max(0, -load) };
  });
}
