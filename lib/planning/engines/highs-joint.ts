import type { Highs } from 'highs';
import type { Model } from '../problem/model.ts';
import { checkPlan } from '../proof/check.ts';
import type { Prices } from '../proof/dual-prices.ts';
import type { Answer, Engine } from './engine.ts';
import type { CarColumns } from './highs-car.ts';
import { type HighsHome, homeProgram } from './highs-home.ts';
import { limitMissing, onlyMissing } from './highs-missing.ts';
import { loadHighs, minimise } from './highs-model.ts';
import { pricesAgainst, pricesOfMissing, pricesOfRelaxed } from './highs-prices.ts';
import { holdOn } from './hold-on.ts';
import { bestGuess, isBetterPlan } from './one-by-one.ts';
import { stepsWorthwhile } from './steps-worthwhile.ts';

/** The solver's time, s: for the least shortfall, where cars keep energy from each other, and for the cost. */
const SHORTFALL_SECONDS = 0.6;
const COST_SECONDS = 1.8;
/** How near to its own claimed bound the solver need come. */
const GAP_SHARE = 5e-4;
/** Less power than this is the solver's rounding. */
const TINY_KW = 1e-8;
/** Shortfalls nearer than this are one, battery kWh. */
const SHORTFALL_KWH = 1e-6;

/**
 * Homes of several cars that are on or off, start at a cost or feed the house: a mixed-integer program, begun with the cars planned one by
 * one. Where its time ends the best plan found is the answer. The prices for the bound come from its linear relaxations, one for each
 * capacity step that could be worth its fee.
 */
export const highsJoint: Engine = {
  name: 'milp',
  solve: async (model) => solveJoint(await loadHighs(), model),
};

function solveJoint(highs: Highs, model: Model): Answer | null {
  const guess = bestGuess(model);
  const extraKwh = guess ? missingBeside(model, guess) : Number.POSITIVE_INFINITY;
  const leastKwh = extraKwh > SHORTFALL_KWH ? leastMissing(highs, model, guess) : null;
  const steps = stepsWorthwhile(model, guess);

  const rows = cheapest(highs, model, steps, guess, leastKwh);
  const powerKw = rows && isBetterPlan(model, rows, guess) ? rows : guess;
  return powerKw && { powerKw, prices: pricesFor(highs, model, steps, leastKwh) };
}

/** Battery kWh that the plan leaves missing beyond what each car alone would. */
function missingBeside({ problem, cars }: Model, rows: readonly (readonly number[])[]): number {
  const alone = cars.reduce((sum, car) => sum + car.leastShortfallKwh, 0);
  return checkPlan(problem, rows).shortfallKwh - alone;
}

/** The least that cars keep from each other; null: nothing. */
function leastMissing(highs: Highs, model: Model, guess: Rows | null): number | null {
  const home = homeProgram(model, { wanting: 'missing' });
  onlyMissing(home);
  const start = guess ? startOf(home, guess) : undefined;
  const answer = minimise(highs, home.program, {
    timeLimitSeconds: SHORTFALL_SECONDS,
    ...(start && { start }),
  });
  return answer.cost > SHORTFALL_KWH ? answer.cost : null;
}

type Rows = number[][];

function cheapest(
  highs: Highs,
  model: Model,
  steps: readonly number[],
  guess: Rows | null,
  leastKwh: number | null,
): Rows | null {
  const home = homeProgram(model, { wanting: leastKwh === null ? 'met' : 'missing', steps });
  if (leastKwh !== null) limitMissing(home, leastKwh);
  const start = guess ? startOf(home, guess) : undefined;
  const options = { timeLimitSeconds: COST_SECONDS, gapShare: GAP_SHARE, ...(start && { start }) };
  const { values } = minimise(highs, home.program, options);
  return values && rowsOf(model, home, polished(highs, home, values));
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

/** The powers anew, with the pattern fixed: exact where the search was content with nearly whole numbers. */
function polished(highs: Highs, { program }: HighsHome, values: Float64Array): Float64Array {
  for (const [column, whole] of program.integer.entries()) {
    if (whole) program.fix(column, Math.round(values[column] ?? 0));
  }
  return minimise(highs, program, { timeLimitSeconds: 1 }).values ?? values;
}

function rowsOf(model: Model, home: HighsHome, values: Float64Array): Rows {
  return home.cars.map((columns, v) => {
    const on = Uint8Array.from(columns.on, (column) => Math.round(values[column] ?? 0));
    const row = Array.from(columns.buy, (_, t) => powerOf(model, v, columns, values, t));
    if (model.startPenaltyNok > 0 || model.cars[v]?.oneBlock) holdOn(model, v, row, on);
    return row;
  });
}

/** Mean power of a slot, the solver's rounding taken out: off is off, and on is not below the least. */
function powerOf(
  model: Model,
  v: number,
  { buy, give, on }: CarColumns,
  values: Float64Array,
  t: number,
): number {
  const at = (column: number | undefined) => values[column ?? -1] ?? 0;
  const kw = (at(buy[t]) - at(give[t])) / (model.hours[t] ?? 1);
  const off = (on[t] ?? -1) >= 0 && at(on[t]) < 0.5;
  if (Math.abs(kw) < TINY_KW || (off && kw > 0)) return 0;
  return kw > 0 ? Math.max(kw, model.cars[v]?.minKw ?? 0) : kw;
}

function pricesFor(highs: Highs, model: Model, steps: readonly number[], leastKwh: number | null): Prices[] {
  const wanting = leastKwh === null ? 'met' : 'missing';
  const each = [[], ...steps.map((step) => [step])];
  const prices = each.map(
    (one) =>
      pricesOfRelaxed(highs, model, { wanting, steps: one }, leastKwh) ??
      pricesAgainst(highs, model, one, leastKwh ?? 0),
  );
  if (leastKwh !== null) prices.push(pricesOfMissing(highs, model));
  return prices.filter((price) => price !== null);
}
