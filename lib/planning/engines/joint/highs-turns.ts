import type { Highs } from 'highs';
import type { Model } from '../../problem/model.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import type { CarColumns } from '../highs-car.ts';
import { type HighsHome, homeProgram } from '../highs-home.ts';
import { limitMissing, onlyMissing } from '../highs-missing.ts';
import { minimise } from '../highs-model.ts';
import { pricesAgainst, pricesOfMissing, pricesOfRelaxed } from '../highs-prices.ts';
import { holdOn } from '../hold-on.ts';
import type { Rows } from './plans-in-turn.ts';
import type { TimeLeft } from './time-left.ts';

/** The solver's time for the least shortfall, and the most for the cost, ms. */
const SHORTFALL_MS = 500;
const COST_MS = 1500;
/** How near to its own claimed bound the solver need come. */
const GAP_SHARE = 2e-4;
/** Less power than this is the solver's rounding. */
const TINY_KW = 1e-8;
/** Shortfalls nearer than this are one, battery kWh. */
const SHORTFALL_KWH = 1e-6;

/** What HiGHS is asked about a home of several cars: less missing, less cost, prices of its linear relaxations. */
export class HighsTurns {
  readonly #highs: Highs;
  readonly #model: Model;

  constructor(highs: Highs, model: Model) {
    this.#highs = highs;
    this.#model = model;
  }

  /** The least that cars keep from each other, battery kWh, as the solver says. */
  leastMissing(guess: Rows | null, time: TimeLeft): number {
    const home = homeProgram(this.#model, { wanting: 'missing' });
    onlyMissing(home);
    const { cost } = this.#minimise(home, guess, SHORTFALL_MS, time);
    return cost > SHORTFALL_KWH ? cost : 0;
  }

  /** The cheapest plan within these steps that it finds in time. */
  cheapest(steps: readonly number[], guess: Rows | null, leastKwh: number, time: TimeLeft): Rows | null {
    const home = homeProgram(this.#model, { wanting: leastKwh > 0 ? 'missing' : 'met', steps });
    if (leastKwh > 0) limitMissing(home, leastKwh);
    const { values } = this.#minimise(home, guess, COST_MS, time);
    return values && this.#rowsOf(home, this.#polished(home, values));
  }

  /** Prices of the relaxations within each step (null: whatever the step), and those that prove that energy must be missing. */
  prices(steps: readonly (number | null)[], leastKwh: number): Prices[] {
    const [highs, model] = [this.#highs, this.#model];
    const wanting = leastKwh > 0 ? 'missing' : 'met';
    const limit = leastKwh > 0 ? leastKwh : null;
    const prices = steps.map((step) => {
      const one = step === null ? [] : [step];
      return (
        pricesOfRelaxed(highs, model, { wanting, steps: one }, limit) ??
        pricesAgainst(highs, model, one, leastKwh)
      );
    });
    if (leastKwh > 0) prices.push(pricesOfMissing(highs, model));
    return prices.filter((price) => price !== null);
  }

  #minimise(home: HighsHome, guess: Rows | null, mostMs: number, time: TimeLeft) {
    const start = guess ? startOf(home, guess) : undefined;
    const ms = Math.max(50, Math.min(mostMs, time.ms));
    time.granted(ms);
    return minimise(this.#highs, home.program, {
      timeLimitSeconds: ms / 1000,
      gapShare: GAP_SHARE,
      ...(start && { start }),
    });
  }

  /** The powers anew, with the pattern fixed: exact where the search was content with nearly whole numbers. */
  #polished({ program }: HighsHome, values: Float64Array): Float64Array {
    for (const [column, whole] of program.integer.entries()) {
      if (whole) program.fix(column, Math.round(values[column] ?? 0));
    }
    return minimise(this.#highs, program, { timeLimitSeconds: 1 }).values ?? values;
  }

  #rowsOf(home: HighsHome, values: Float64Array): Rows {
    const model = this.#model;
    return home.cars.map((columns, v) => {
      const on = Uint8Array.from(columns.on, (column) => Math.round(values[column] ?? 0));
      const least = model.cars[v]?.minKw ?? 0;
      const row = Array.from(model.hours, (length, t) => powerOf(columns, values, t, length, least));
      if (model.startPenaltyNok > 0 || model.cars[v]?.oneBlock) holdOn(model, v, row, on);
      return row;
    });
  }
}

/** The pattern of a plan, for the solver to begin with. */
function startOf({ cars }: HighsHome, rows: Rows) {
  const [indices, values]: [number[], number[]] = [[], []];
  for (const [v, { on }] of cars.entries()) {
    for (const [t, column] of on.entries()) {
      if (column < 0) continue;
      indices.push(column);
      values.push((rows[v]?.[t] ?? 0) > 0 ? 1 : 0);
    }
  }
  return indices.length > 0 ? { indices, values } : undefined;
}

/** Mean power of a slot, the solver's rounding taken out: off is off, and on is not below the least. */
function powerOf(
  { buy, give, on }: CarColumns,
  values: Float64Array,
  t: number,
  hours: number,
  leastKw: number,
): number {
  const at = (column: number | undefined) => values[column ?? -1] ?? 0;
  const kw = (at(buy[t]) - at(give[t])) / hours;
  const off = (on[t] ?? -1) >= 0 && at(on[t]) < 0.5;
  if (Math.abs(kw) < TINY_KW || (off && kw > 0)) return 0;
  return kw > 0 ? Math.max(kw, leastKw) : kw;
}
