import { type Model, modelOf } from '../../problem/model.ts';
import type { Problem, Slot } from '../../problem/problem.ts';
import { checkPlan } from '../../proof/check.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import { searchPlan } from '../../proof/least-on-off-plan.ts';
import { pricesOf } from '../../proof/priced-cost.ts';
import { settlePowers } from '../../proof/settle-powers.ts';
import { greedy } from '../greedy.ts';
import { answerOf } from '../on-off.ts';
import type { TimeLeft } from './time-left.ts';

/** Mean grid-side kW per car and slot. */
export type Rows = number[][];

/** Ways to divide a step between days that a search looks at: a beginning, no proof. */
const FEW_LOOKS = 4;
/** Beyond the step that is looked at a plan costs so much more, NOK. */
const BEYOND_NOK = 1e6;
/** Saving less than this is not worth another round, NOK. */
const WORTHWHILE_NOK = 1e-4;
const MOST_ROUNDS = 4;
/** Less is more: shortfalls that differ by more than this are told apart, battery kWh. */
const SHORTFALL_KWH = 1e-5;

/**
 * Plans of a home made car by car, each by the exact search of one car for which what the others take is the house's. Holds every
 * limit. What the cars planned first leave to the others is told to them by prices of what they share.
 */
export class PlansInTurn {
  readonly model: Model;
  readonly #time: TimeLeft;
  best: Rows | null = null;

  constructor(model: Model, time: TimeLeft) {
    this.model = model;
    this.#time = time;
  }

  /** NOK and battery kWh missing of the best so far. */
  get figures(): { readonly costNok: number; readonly shortfallKwh: number } {
    if (!this.best) return { costNok: Number.POSITIVE_INFINITY, shortfallKwh: Number.POSITIVE_INFINITY };
    return checkPlan(this.model.problem, this.best);
  }

  /** Keeps the plan where it holds and is better than the best. */
  offer(rows: Rows | null): boolean {
    if (!rows || !isBetterPlan(this.model, rows, this.best)) return false;
    this.best = rows;
    return true;
  }

  /** Plans the cars in this order within a step, the last at what it really costs, then each anew while that is cheaper. */
  tryOrder(order: readonly number[], step: number | null, prices?: Prices): boolean {
    const problem = withinStep(this.model.problem, step);
    const rows: Rows = this.model.cars.map(() => new Array<number>(this.model.slotCount).fill(0));
    for (const [i, v] of order.entries()) {
      const row = this.#planOne(problem, rows, v, i < order.length - 1 ? prices : undefined);
      if (!row) return false;
      rows[v] = row;
    }
    return this.offer(this.improved(rows, step));
  }

  /** Each car planned anew given the others, until that saves nothing. */
  improved(rows: Rows, step: number | null): Rows {
    const problem = withinStep(this.model.problem, step);
    let best = rows;
    let unchanged = 0;
    const count = rows.length;
    for (let i = 0; i < MOST_ROUNDS * count && unchanged < count && this.#time.ms > 0; i += 1) {
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

  #planOne(problem: Problem, rows: Rows, v: number, prices?: Prices): number[] | null {
    const vehicle = problem.vehicles[v];
    if (!vehicle) return null;
    const slots = withLoad(prices ? pricedSlots(this.model, prices) : problem.slots, rows.with(v, []));
    const model = modelOf({ ...problem, slots, vehicles: [vehicle] });
    this.#time.searched(1);
    const answer = greedy.solve(model) ?? answerOf(model, searchPlan(model, FEW_LOOKS));
    if (!answer || answer instanceof Promise) return null;
    return settlePowers(model, answer.powerKw)[0] ?? null;
  }
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
