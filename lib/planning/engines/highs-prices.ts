import type { Highs } from 'highs';
import type { Model } from '../problem/model.ts';
import type { Budget } from '../proof/budget.ts';
import type { Prices } from '../proof/dual-prices.ts';
import { type HighsHome, type HomeOptions, homeProgram } from './highs-home.ts';
import { limitMissing, onlyMissing } from './highs-missing.ts';
import { iterationsFor, minimise } from './highs-model.ts';
import { spendOfLeft } from './spend-of-left.ts';

/** A guard for machines that are slower than is counted, s. */
const SECONDS = 3;
/** Less missing than this proves nothing, battery kWh. */
const LOST_KWH = 1e-5;
const OUTWEIGHS_NOK = 1e5;

/** A home's program where every car may be on in part. */
export interface Relaxed {
  /** A good guess for the lower bound; null where the program has no answer. */
  readonly prices: Prices | null;
  /** Mean kW of each car in each slot: which slots are worth a look. */
  readonly powerKw: number[][] | null;
  /** The solver says that nothing is feasible. */
  readonly seemsImpossible: boolean;
}

/** With `missingKwh` so much may be missing, and the last kWh of it has a price too. */
export function relaxed(
  highs: Highs,
  model: Model,
  options: HomeOptions,
  missingKwh: number | null,
  budget: Budget,
): Relaxed {
  const home = homeProgram(model, options);
  const limit = missingKwh === null ? -1 : limitMissing(home, missingKwh);
  const { prices, values, status } = dualsOf(highs, home, limit, budget);
  const powerKw =
    values &&
    home.cars.map(({ buy }) => Array.from(buy, (column, t) => (values[column] ?? 0) / (model.hours[t] ?? 1)));
  return { prices, powerKw, seemsImpossible: status === 'infeasible' };
}

/** Prices that prove that not all wants can be met within these steps; null where they can, as far as such a program sees. */
export function pricesAgainst(
  highs: Highs,
  model: Model,
  steps: readonly number[],
  leastKwh: number,
  budget: Budget,
): Prices | null {
  const home = homeProgram(model, { wanting: 'missing', steps });
  onlyMissing(home);
  const { prices, cost } = dualsOf(highs, home, -1, budget);
  const lostKwh = cost - leastKwh;
  if (!prices || !(lostKwh > LOST_KWH)) return null;
  // Made so large that the little that is missing outweighs any fee.
  const times = (values: Float64Array) => values.map((nok) => (nok * OUTWEIGHS_NOK) / lostKwh);
  const { fuse, hour, sun } = prices;
  const missing = leastKwh > 0 ? { missing: OUTWEIGHS_NOK / lostKwh } : {};
  return { fuse: times(fuse), hour: times(hour), sun: sun && times(sun), ...missing };
}

/** Prices that prove that cars keep energy from each other: of the program that only looks at what is missing. */
export function pricesOfMissing(highs: Highs, model: Model, budget: Budget): Prices | null {
  const home = homeProgram(model, { wanting: 'missing' });
  onlyMissing(home);
  const { prices } = dualsOf(highs, home, -1, budget);
  return prices && { ...prices, missing: 1 };
}

function dualsOf(highs: Highs, home: HighsHome, limitRow: number, budget: Budget) {
  const { program, fuseRow, hourRow, sunRow } = home;
  program.relax();
  const iterations = iterationsFor(program, budget.left);
  const { rowDuals, cost, values, status, units } = minimise(highs, program, {
    timeLimitSeconds: SECONDS,
    iterations,
  });
  spendOfLeft(budget, units);
  if (!rowDuals) return { prices: null, cost, values, status };
  // A row that limits from above has a dual of at most 0, one from below of at least 0.
  const price = (row: number) => (row < 0 ? 0 : Math.abs(rowDuals[row] ?? 0));
  const of = (rows: Int32Array) => Float64Array.from(rows, price);
  const prices = { fuse: of(fuseRow), hour: of(hourRow), sun: of(sunRow) };
  const all: Prices = limitRow < 0 ? prices : { ...prices, missing: price(limitRow) };
  return { prices: all, cost, values, status };
}
