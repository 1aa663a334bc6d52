import { isPlain } from '../problem/is-plain.ts';
import type { Model } from '../problem/model.ts';
import { demandOf, type ModelCapacity, stepOf } from '../problem/model-capacity.ts';
import type { Budget } from '../proof/budget.ts';
import type { Prices } from '../proof/dual-prices.ts';
import { DualSimplex } from './dual-simplex.ts';
import type { Answer, Engine } from './engine.ts';
import { fewerBlocks } from './fewer-blocks.ts';
import { HighsLinear } from './highs-linear.ts';
import { loadHighs } from './highs-model.ts';
import { HomeProgram, type HomeSolution } from './home-program.ts';
import type { MakeLinearProgram } from './linear-program.ts';
import { energyNok, importOf } from './plan-sums.ts';
import { TableauLinear } from './tableau-linear.ts';

/** Shortfalls nearer than this are one, battery kWh. */
const SHORTFALL_KWH = 1e-6;
/** So much missing costs more than any fee, as the program reckons it. */
const CLEARLY_KWH = 0.1;
const OUTWEIGHS_NOK = 1e5;
/** What a solve within a step costs for each car and slot, units. */
const LINE_UNITS = 3;

/**
 * The linear program of a home, once without the capacity steps and then, from the house's own step upwards, once for each step that could
 * still be worth its fee. Exact for cars that take any power from 0 up.
 */
export const lp: Engine = lpBy((...data) => new DualSimplex(...data));

/** Ours with an allowance of pivots of its own. */
export function lpWithin(pivots: number): Engine {
  return {
    name: 'lp',
    solve: (model) => solveHome(model, (...data) => new DualSimplex(...data, pivots)),
  };
}

/** The same program by javascript-lp-solver, a second opinion: it shares no arithmetic with ours. */
export const lpByTableau: Engine = lpBy((...data) => new TableauLinear(...data));

/** The same by HiGHS, loaded when first asked. */
export const lpByHighs: Engine = {
  name: 'lp',
  async solve(model, budget) {
    if (!isPlain(model)) return null;
    const highs = await loadHighs();
    return solveHome(model, (...data) => new HighsLinear(highs, ...data), budget);
  },
};

function lpBy(make: MakeLinearProgram): Engine {
  return {
    name: 'lp',
    solve: (model, budget) => (isPlain(model) ? solveHome(model, make, budget) : null),
  };
}

/** For other cars these are not their plans, but good prices of what they share all the same. */
export function solveHome(
  model: Model,
  make: MakeLinearProgram = (...data) => new DualSimplex(...data),
  budget?: Budget,
): Answer {
  const program = new HomeProgram(model, make);
  const free = program.solve(budget);
  const prices: Prices[] = [free.prices];
  if (free.missingKwh > SHORTFALL_KWH) prices.push(new HomeProgram(model, make, false).solve(budget).prices);
  const best = model.capacity
    ? bestStep({ model, make, program, free, budget }, model.capacity, prices)
    : free;
  if (isPlain(model)) fewerBlocks(model, best.kwh);
  return { powerKw: powersOf(model, best), prices };
}

interface FreeHome {
  readonly model: Model;
  readonly make: MakeLinearProgram;
  readonly program: HomeProgram;
  /** The solution without capacity steps. */
  readonly free: HomeSolution;
  readonly budget: Budget | undefined;
}

function bestStep(home: FreeHome, capacity: ModelCapacity, prices: Prices[]): HomeSolution {
  const { model, program, free, budget } = home;
  const freeNok = energyNok(model, free.kwh);
  const freeStep = stepFor(model, capacity, free);
  let [best, leastNok] = [free, freeNok + feeOf(capacity, freeStep)];
  for (let k = capacity.aloneStep; k < freeStep; k += 1) {
    // Higher steps cost no less in fees, and no energy is cheaper than without any limit.
    if (freeNok + feeOf(capacity, k) >= leastNok || budget?.isSpent) break;
    budget?.spend(LINE_UNITS * model.cars.length * model.slotCount);
    program.limitDemand(capacity.steps[k]?.uptoKw ?? 0);
    const found = program.solve(budget);
    prices.push(found.prices);
    const lost = found.missingKwh - free.missingKwh;
    if (lost > SHORTFALL_KWH) {
      if (lost < CLEARLY_KWH) prices.push(whyImpossible(home, k, lost));
      continue;
    }
    const nok = energyNok(model, found.kwh) + feeOf(capacity, k);
    if (nok < leastNok) [best, leastNok] = [found, nok];
  }
  return best;
}

/**
 * Prices that prove that a step leaves more missing than must be, though hardly so: those of the program that knows no other cost, made so
 * large that the little that is missing outweighs everything.
 */
function whyImpossible({ model, make, budget }: FreeHome, k: number, lostKwh: number): Prices {
  const program = new HomeProgram(model, make, false);
  program.limitDemand(model.capacity?.steps[k]?.uptoKw ?? 0);
  const { fuse, hour, sun } = program.solve(budget).prices;
  const times = (prices: Float64Array) => prices.map((price) => (price * OUTWEIGHS_NOK) / lostKwh);
  return { fuse: times(fuse), hour: times(hour), sun: sun && times(sun) };
}

function stepFor(model: Model, capacity: ModelCapacity, { kwh }: HomeSolution): number {
  return stepOf(capacity.steps, demandOf(capacity, importOf(model, capacity, kwh)));
}

function feeOf({ steps }: ModelCapacity, k: number): number {
  return steps[k]?.nokPerMonth ?? 0;
}

function powersOf({ hours }: Model, { kwh }: HomeSolution): number[][] {
  return kwh.map((row) => Array.from(row, (amount, t) => amount / (hours[t] ?? 1)));
}
