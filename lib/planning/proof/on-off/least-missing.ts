import type { Model } from '../../problem/model.ts';
import type { Budget } from '../budget.ts';
import { searchOnOff } from './search.ts';
import { taskOfCar } from './task-of-car.ts';

/** What one search may come to. */
const SEARCH_UNITS = 2e5;
const MOST_SEARCHES = 60;
/** Shortfalls nearer than this are one, kWh. */
const NEAR_KWH = 1e-6;

export interface LeastMissing {
  /** Battery kWh that must be missing, beyond what full power would miss. */
  readonly kwh: number;
  /** How far the reserve must be missed in any case, and how far in a plan that misses least in all, grid kWh. */
  readonly reserveAtLeastKwh: number;
  readonly reserveKwh: number;
}

/** How far the reserve may be missed, grid kWh, and what is missing at other wants where it is missed by all of `to`, battery kWh. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly others: number;
  /** No plan in this range misses less in all. */
  readonly leastKwh: number;
}

/**
 * The least that a home's one car must miss whatever it costs. Of the reserve only the worst point counts, so how far it is missed is
 * divided, and divided again where less could be missing, and the rest of the wants searched for each.
 */
export function leastMissing(model: Model, budget: Budget): LeastMissing {
  const wants = model.cars[0]?.wants ?? [];
  const most = Math.max(0, ...wants.map(({ reserve, kwh }) => (reserve ? kwh : 0)));
  const search = new MissingSearch(model, budget);
  const all = search.othersAt(most);
  if (most > 0) search.othersAt(0);
  let open = most > 0 ? [search.range(0, most, all)] : [];
  for (let searches = 0; searches < MOST_SEARCHES && !budget.isSpent; searches += 1) {
    const lowest = open.reduce<Range | null>((a, b) => (a && a.leastKwh <= b.leastKwh ? a : b), null);
    if (!lowest || lowest.leastKwh >= search.leastKwh - NEAR_KWH) break;
    const middle = (lowest.from + lowest.to) / 2;
    const halves = [
      search.range(lowest.from, middle, search.othersAt(middle)),
      search.range(middle, lowest.to, lowest.others),
    ];
    open = [...open.filter((each) => each !== lowest), ...halves];
  }
  const kwh = open.reduce((least, { leastKwh }) => Math.min(least, leastKwh), search.leastKwh);
  return { kwh, reserveAtLeastKwh: search.reserveAtLeastKwh, reserveKwh: search.reserveKwh };
}

/** What is missing where the reserve is missed so far, and the least of all that was looked at. */
class MissingSearch {
  reserveAtLeastKwh = 0;
  reserveKwh = 0;
  leastKwh = Number.POSITIVE_INFINITY;
  readonly #model: Model;
  readonly #budget: Budget;
  readonly #efficiency: number;

  constructor(model: Model, budget: Budget) {
    this.#model = model;
    this.#budget = budget;
    this.#efficiency = model.cars[0]?.efficiency ?? 1;
  }

  range(from: number, to: number, others: number): Range {
    return { from, to, others, leastKwh: from * this.#efficiency + others };
  }

  /** Battery kWh missing at other wants where the reserve is missed by so much at most, grid kWh. Infinity: that is not enough. */
  othersAt(reserveKwh: number): number {
    const others = missedBut(this.#model, reserveKwh, this.#budget);
    if (others === Number.POSITIVE_INFINITY) {
      this.reserveAtLeastKwh = Math.max(this.reserveAtLeastKwh, reserveKwh);
    }
    const kwh = reserveKwh * this.#efficiency + others;
    if (kwh < this.leastKwh) [this.reserveKwh, this.leastKwh] = [reserveKwh, kwh];
    return others;
  }
}

/** What is missing at the other wants, where the reserve is missed by so much at most, battery kWh. */
function missedBut(model: Model, reserveLessKwh: number, budget: Budget): number {
  const zeros = new Float64Array(model.slotCount);
  const free = { ...model, startPenaltyNok: 0 };
  const options = { missingNok: 1, reserveLessKwh };
  const task = taskOfCar(free, 0, { price: zeros, cheap: null, cheapKwh: null }, options);
  return Math.max(0, searchOnOff(task, { budget: budget.part(SEARCH_UNITS) }).boundNok);
}
