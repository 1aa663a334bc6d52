import type { Model } from '../../problem/model.ts';
import { Budget } from '../../proof/budget.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import type { Answer, Engine } from '../engine.ts';
import { loadHighs } from '../highs-model.ts';
import { solveHome } from '../lp.ts';
import { stepsWorthwhile } from '../steps-worthwhile.ts';
import { HighsTurns } from './highs-turns.ts';
import { PlansInTurn, type Rows } from './plans-in-turn.ts';
import type { StepBound } from './raise-bound.ts';
import { StepBounds } from './step-bounds.ts';

/** Shortfalls nearer than this are one, battery kWh. */
const SHORTFALL_KWH = 1e-6;
/** What a battery kWh missing is reckoned to cost at least, NOK. */
const MISSING_NOK = 100;
/** Moves of the prices between two plans made with them. */
const MOVES = 6;
/** What part of the prices the cars planned first are told: the true ones, more where that left too little for the others, less. */
const SHARES = [1, 2, 0.5];
/** A bound that rises by less has not risen, NOK. */
const IDLE_NOK = 1e-5;
/** Parts of the budget: for the first plans, for closing the gap before HiGHS is asked, for a look at the first prices, for the linear program that makes some. */
const FIRST_SHARE = 0.25;
const QUICK_SHARE = 0.2;
const OFFER_SHARE = 0.15;
const LINEAR_SHARE = 0.2;
/** Gaps wider than this are not closed by moving prices, NOK. */
const NEAR_NOK = 20;
/** Units that a mixed-integer search must have left, and that are kept for closing the gap after it. */
const SEARCH_UNITS = 2.5e5;
const LAST_UNITS = 2.5e5;

/**
 * Homes of several cars that are on or off, start at a cost or feed the house. Plans come from the exact search of one car, one after the
 * other; the bound from the same search with prices of what the cars share, moved for each capacity step until the gap is closed
 * or the budget is spent. HiGHS looks for better plans in the steps that are open still: of all slots only those that its relaxation or a plan uses.
 */
export const joint: Engine = {
  name: 'milp',
  async solve(model, budget = new Budget()) {
    const [car] = model.cars;
    // A car alone has been searched to the end, unless it feeds the house under a capacity step.
    if (!car || (model.cars.length === 1 && !(car.discharge && model.capacity))) return null;
    return new JointHome(model, budget).solve();
  },
};

class JointHome {
  readonly #model: Model;
  readonly #budget: Budget;
  readonly #plans: PlansInTurn;
  #turns: HighsTurns | undefined;

  constructor(model: Model, budget: Budget) {
    this.#model = model;
    this.#budget = budget;
    this.#plans = new PlansInTurn(model, budget);
  }

  async solve(): Promise<Answer | null> {
    const [model, plans, budget] = [this.#model, this.#plans, this.#budget];
    const kept = (1 - FIRST_SHARE) * budget.left;
    this.#tryInTurn([null], kept);
    const ofMissing = await this.#missLess();
    const keptKwh = this.#keptKwh();
    const steps = model.capacity ? stepsWorthwhile(model, plans.best, budget) : [null];
    if (model.capacity) this.#tryInTurn(steps, kept);
    const bounds = new StepBounds(model, steps, keptKwh, budget);
    const offered = (1 - OFFER_SHARE) * budget.left;
    for (const prices of this.#firstPrices(ofMissing)) if (budget.left > offered) bounds.offerToAll(prices);
    if (this.#isNear(bounds)) this.#closeGap(bounds, (1 - QUICK_SHARE) * budget.left);
    if (bounds.open(plans.figures.costNok).length > 0) await this.#closeByHighs(bounds, keptKwh);
    return plans.best && { powerKw: plans.best, prices: [...ofMissing, ...bounds.chosen()] };
  }

  async #highs(): Promise<HighsTurns> {
    this.#turns ??= new HighsTurns(await loadHighs(), this.#model, this.#budget);
    return this.#turns;
  }

  /** Within each of these steps (null: whichever is worth its fee), until only so much of the budget is left. */
  #tryInTurn(steps: readonly (number | null)[], keepUnits: number): void {
    const orders = ordersOf(this.#model).slice(0, 2);
    for (const step of steps) {
      for (const order of orders)
        if (!this.#plans.best || this.#budget.left > keepUnits)
          this.#plans.tryOrder(order, step, { keepUnits });
    }
  }

  #keptKwh(): number {
    const alone = this.#model.cars.reduce((sum, car) => sum + car.leastShortfallKwh, 0);
    const kwh = this.#plans.figures.shortfallKwh - alone;
    return kwh > SHORTFALL_KWH ? kwh : 0;
  }

  /** The least shortfall comes first. Returns prices that tell of it. */
  async #missLess(): Promise<Prices[]> {
    if (this.#keptKwh() === 0) return [];
    const highs = await this.#highs();
    const prices = highs.pricesOfMissing();
    if (prices) this.#plans.offer(highs.leastMissing(this.#plans.best));
    return prices ? [prices] : [];
  }

  /** Prices of linear relaxations: each may be good for any step. */
  #firstPrices(ofMissing: readonly Prices[]): Prices[] {
    const model = this.#model;
    const none = {
      fuse: new Float64Array(model.slotCount),
      hour: new Float64Array(model.capacity?.dayOfHour.length ?? 0),
    };
    const gives = model.cars.some(({ discharge }) => discharge !== null);
    const ours = gives
      ? []
      : (tried(
          () => solveHome(model, undefined, this.#budget.part(LINEAR_SHARE * this.#budget.left)).prices,
        ) ?? []);
    return [none, ...(this.#keptKwh() > 0 ? ofMissing : []), ...ours];
  }

  /** A gap as wide as a fee is closed by no prices: a plan is missing, or the proof that there is none. */
  #isNear(bounds: StepBounds): boolean {
    const { costNok } = this.#plans.figures;
    return bounds.open(costNok).every(({ nok }) => nok > costNok - NEAR_NOK);
  }

  /** The step with the lowest bound in turn: its bound is raised, and the cars are planned at its prices. */
  #closeGap(bounds: StepBounds, keepUnits: number): void {
    const turns = turnsOf(this.#model);
    let idle = 0;
    for (let round = 0; this.#budget.left > keepUnits && idle < turns.length; round += 1) {
      const { costNok } = this.#plans.figures;
      const [lowest] = bounds.open(costNok);
      const turn = turns[round % turns.length];
      if (!lowest?.best || !turn) return;
      const before = lowest.nok;
      lowest.raise(MOVES, costNok, keepUnits);
      const prices = sharedOut(lowest.best.prices, turn.share);
      const isBetter = this.#plans.tryOrder(turn.order, lowest.step, { prices, keepUnits });
      idle = isBetter || lowest.nok > before + IDLE_NOK ? 0 : idle + 1;
    }
  }

  /** The open steps, the most promising first: what their relaxation says, then a search where it charges. */
  async #closeByHighs(bounds: StepBounds, keptKwh: number): Promise<void> {
    const [plans, budget] = [this.#plans, this.#budget];
    const highs = await this.#highs();
    const relaxed = new Map<StepBound, Rows | null>();
    const searched = new Set<StepBound>();
    while (budget.left > SEARCH_UNITS + LAST_UNITS) {
      const next = bounds.open(plans.figures.costNok).find((bound) => !searched.has(bound));
      if (!next) break;
      const support = relaxed.get(next);
      if (support === undefined) relaxed.set(next, this.#relax(bounds, next, highs, keptKwh));
      else {
        searched.add(next);
        if (support) this.#search(next.step, support, highs, keptKwh);
      }
    }
    this.#closeGap(bounds, 0);
  }

  /** The relaxation of a step: its prices, and plans where it charges. Returns the mean powers. */
  #relax(bounds: StepBounds, bound: StepBound, highs: HighsTurns, keptKwh: number): Rows | null {
    const { prices, powerKw, seemsImpossible } = highs.relaxed(bound.step, keptKwh);
    const against = seemsImpossible && bound.step !== null ? highs.pricesAgainst(bound.step, keptKwh) : null;
    for (const each of [prices, against]) if (each) this.#offerDear(bounds, bound, each, keptKwh);
    if (!powerKw) return null;
    for (const order of ordersOf(this.#model).slice(0, 2)) {
      if (this.#budget.left > SEARCH_UNITS + LAST_UNITS)
        this.#plans.tryOrder(order, bound.step, { prices: prices ?? undefined, support: powerKw });
    }
    return powerKw;
  }

  #search(step: number | null, support: Rows, highs: HighsTurns, keptKwh: number): void {
    const plans = this.#plans;
    const used = plans.best ? [support, plans.best] : [support];
    const found = highs.cheapest(step, used, plans.best, keptKwh);
    if (plans.offer(found) && plans.best) plans.offer(plans.improved(plans.best, null));
  }

  /** The relaxation finds missing too cheap where least powers are the reason. */
  #offerDear(bounds: StepBounds, bound: StepBound, prices: Prices, keptKwh: number): void {
    bounds.offerTo(bound, prices);
    if (keptKwh > 0)
      bounds.offerTo(bound, { ...prices, missing: Math.max(MISSING_NOK, prices.missing ?? 0) });
  }
}

/** All orders of up to three cars; of more, each car first once, and the same backwards. */
function ordersOf({ cars }: Model): number[][] {
  const order = cars.map((_, v) => v);
  const turned = order.map((v) => [...order.slice(v), ...order.slice(0, v)]);
  return cars.length > 2 ? turned.flatMap((each) => [each, each.toReversed()]) : turned;
}

/** Each order with each share of the prices. */
function turnsOf(model: Model): { readonly order: readonly number[]; readonly share: number }[] {
  return SHARES.flatMap((share) => ordersOf(model).map((order) => ({ order, share })));
}

function tried<T>(solve: () => T): T | null {
  try {
    return solve();
  } catch {
    return null;
  }
}

function sharedOut(prices: Prices, share: number): Prices {
  const part = (values: Float64Array) => values.map((nok) => nok * share);
  return { ...prices, fuse: part(prices.fuse), hour: part(prices.hour), sun: prices.sun && part(prices.sun) };
}
