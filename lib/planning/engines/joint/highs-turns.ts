import type { Highs } from 'highs';
import type { Model } from '../../problem/model.ts';
import type { Budget } from '../../proof/budget.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import type { CarColumns } from '../highs-car.ts';
import { type HighsHome, homeProgram } from '../highs-home.ts';
import { limitMissing, onlyMissing } from '../highs-missing.ts';
import { iterationsFor, minimise, unitsToBegin } from '../highs-model.ts';
import { pricesAgainst, pricesOfMissing, type Relaxed, relaxed } from '../highs-prices.ts';
import { holdOn } from '../hold-on.ts';
import { spendOfLeft } from '../spend-of-left.ts';
import type { Rows } from './plans-in-turn.ts';

/** Units for the least shortfall, and for the cost, at most. */
const SHORTFALL_UNITS = 4e5;
const COST_UNITS = 1e6;
/** How near to its own claimed bound the solver need come. */
const GAP_SHARE = 2e-4;
/** Less power than this is the solver's rounding. */
const TINY_KW = 1e-8;
/** Slots beside those used are left open too. */
const BESIDE = 1;
/** A guard for machines that are slower than is counted, s. */
const SECONDS = 4;

/** What HiGHS is asked about a home of several cars: less missing, less cost, prices of its linear relaxations. */
export class HighsTurns {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #budget: Budget;

  constructor(highs: Highs, model: Model, budget: Budget) {
    this.#highs = highs;
    this.#model = model;
    this.#budget = budget;
  }

  /** The plan with the least that cars keep from each other that it finds. */
  leastMissing(guess: Rows | null): Rows | null {
    const home = homeProgram(this.#model, { wanting: 'missing' });
    onlyMissing(home);
    return this.#found(home, guess, SHORTFALL_UNITS);
  }

  /** The cheapest plan within a step (null: there are none) that it finds; of slots that none of `used` takes anything in, only those beside. */
  cheapest(step: number | null, used: readonly Rows[], guess: Rows | null, leastKwh: number): Rows | null {
    const steps = step === null ? [] : [step];
    const home = homeProgram(this.#model, { wanting: leastKwh > 0 ? 'missing' : 'met', steps });
    if (leastKwh > 0) limitMissing(home, leastKwh);
    keepOff(home, used);
    return this.#found(home, guess, COST_UNITS);
  }

  /** The linear relaxation within a step (null: whatever it is). */
  relaxed(step: number | null, leastKwh: number): Relaxed {
    const steps = step === null ? [] : [step];
    const options = { wanting: leastKwh > 0 ? 'missing' : 'met', steps } as const;
    return relaxed(this.#highs, this.#model, options, leastKwh > 0 ? leastKwh : null, this.#budget);
  }

  /** Prices that prove that a step leaves too much missing. */
  pricesAgainst(step: number, leastKwh: number): Prices | null {
    return pricesAgainst(this.#highs, this.#model, [step], leastKwh, this.#budget);
  }

  /** Prices that prove that energy must be missing. */
  pricesOfMissing(): Prices | null {
    return pricesOfMissing(this.#highs, this.#model, this.#budget);
  }

  #found(home: HighsHome, guess: Rows | null, mostUnits: number): Rows | null {
    const start = guess ? startOf(home, guess) : undefined;
    // What it finds is solved for once more.
    const most = Math.min(mostUnits, this.#budget.left) - unitsToBegin(home.program, false);
    const iterations = iterationsFor(home.program, most);
    const { values, units } = minimise(this.#highs, home.program, {
      timeLimitSeconds: SECONDS,
      iterations,
      gapShare: GAP_SHARE,
      ...(start && { start }),
    });
    spendOfLeft(this.#budget, units);
    return values && this.#rowsOf(home, this.#polished(home, values));
  }

  /** The powers anew, with the pattern fixed: exact where the search was content with nearly whole numbers. */
  #polished({ program }: HighsHome, values: Float64Array): Float64Array {
    for (const [column, whole] of program.integer.entries()) {
      if (whole) program.fix(column, Math.round(values[column] ?? 0));
    }
    const exact = minimise(this.#highs, program, { timeLimitSeconds: SECONDS });
    spendOfLeft(this.#budget, exact.units);
    return exact.values ?? values;
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

/** Cars stay off where no plan takes anything, nor beside. */
function keepOff({ program, cars }: HighsHome, used: readonly Rows[]): void {
  for (const [v, { on }] of cars.entries()) {
    const takes = (t: number) => used.some((rows) => (rows[v]?.[t] ?? 0) > TINY_KW);
    for (const [t, column] of on.entries()) {
      const near = Array.from({ length: 2 * BESIDE + 1 }, (_, i) => t - BESIDE + i);
      if (column >= 0 && !near.some(takes)) program.fix(column, 0);
    }
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
