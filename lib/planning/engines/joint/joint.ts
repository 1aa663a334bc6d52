import type { Model } from '../../problem/model.ts';
import { Budget } from '../../proof/budget.ts';
import type { Prices } from '../../proof/dual-prices.ts';
import type { Answer, Engine } from '../engine.ts';
import { loadHighs } from '../highs-model.ts';
import { solveHome } from '../lp.ts';
import { stepsWorthwhile } from '../steps-worthwhile.ts';
import { HighsTurns } from './highs-turns.ts';
import { PlansInTurn } from './plans-in-turn.ts';
import { StepBound } from './raise-bound.ts';
import { TimeLeft } from './time-left.ts';

/** A plan this near to the bound is proved, NOK. */
const PROVED_NOK = 5e-4;
/** Shortfalls nearer than this are one, battery kWh. */
const SHORTFALL_KWH = 1e-6;
/** What a battery kWh missing is reckoned to cost at least, NOK. */
const MISSING_NOK = 100;
/** Moves of the prices between two plans made with them. */
const MOVES = 6;
/** What part of the prices the cars planned first are told: the true ones, more where that left too little for the others, less. */
const SHARES = [1, 2, 0.5];
/** Kept for the mixed-integer program, ms. */
const PROGRAM_MS = 900;
const LEAST_PROGRAM_MS = 100;

/**
 * Homes of several cars that are on or off, start at a cost or feed the house. Plans come from the exact search of one car, one after the
 * other; the bound from the same search with prices of what the cars share, moved for each capacity step until the gap is closed
 * or the time is up. HiGHS looks for better plans in what time is left.
 */
export const joint: Engine = {
  name: 'milp',
  async solve(model, budget = new Budget()) {
    if (model.cars.length === 0) return null;
    let turns: HighsTurns | undefined;
    const highs = async () => {
      turns ??= new HighsTurns(await loadHighs(), model);
      return turns;
    };
    return solveJoint(model, highs, budget);
  },
};

/** Loaded when first asked. */
type AskHighs = () => Promise<HighsTurns>;

async function solveJoint(model: Model, highs: AskHighs, budget: Budget): Promise<Answer | null> {
  const time = new TimeLeft(budget);
  const plans = new PlansInTurn(model, time);
  tryInTurn(plans, [null], time);
  const alone = model.cars.reduce((sum, car) => sum + car.leastShortfallKwh, 0);
  const missed = plans.figures.shortfallKwh - alone > SHORTFALL_KWH;
  const keptKwh = missed ? (await highs()).leastMissing(plans.best, time) : 0;
  const steps = model.capacity ? stepsWorthwhile(model, plans.best, budget) : [null];
  if (model.capacity) tryInTurn(plans, steps, time);
  const bounds = steps.map((step) => new StepBound(model, step, keptKwh));
  const prices = await pricesFor(model, highs, steps, keptKwh);
  offerAll(model, bounds, prices, time);
  closeGap(model, bounds, plans, time);
  const open = openSteps(bounds, plans);
  if (open.length > 0) await askHighs(highs, open, plans, keptKwh, time);
  const best = bounds.flatMap((bound) => bound.prices ?? []);
  const ofMissing = prices.filter(({ missing }) => missing === 1);
  return plans.best && { powerKw: plans.best, prices: [...best, ...ofMissing] };
}

/** Within each of these steps (null: whichever is worth its fee). */
function tryInTurn(plans: PlansInTurn, steps: readonly (number | null)[], time: TimeLeft): void {
  const orders = ordersOf(plans.model).slice(0, 2);
  for (const step of steps) {
    for (const order of orders) if (!plans.best || time.ms > PROGRAM_MS) plans.tryOrder(order, step);
  }
}

async function askHighs(
  highs: AskHighs,
  open: readonly StepBound[],
  plans: PlansInTurn,
  keptKwh: number,
  time: TimeLeft,
): Promise<void> {
  if (time.ms < LEAST_PROGRAM_MS) return;
  const steps = open.flatMap(({ step }) => step ?? []);
  const found = plans.offer((await highs()).cheapest(steps, plans.best, keptKwh, time));
  if (found && plans.best && time.ms > 0) plans.offer(plans.improved(plans.best, null));
}

/** All orders of up to three cars; of more, each car first once, and the same backwards. */
function ordersOf({ cars }: Model): number[][] {
  const order = cars.map((_, v) => v);
  const turned = order.map((v) => [...order.slice(v), ...order.slice(0, v)]);
  return cars.length > 2 ? turned.flatMap((each) => [each, each.toReversed()]) : turned;
}

/** Prices of linear relaxations: each may be good for any step. */
async function pricesFor(
  model: Model,
  highs: AskHighs,
  steps: readonly (number | null)[],
  keptKwh: number,
): Promise<readonly Prices[]> {
  const gives = model.cars.some(({ discharge }) => discharge !== null);
  const ours = gives ? null : tried(() => solveHome(model).prices ?? []);
  if (ours && keptKwh === 0) return ours;
  const theirs = [...(await highs()).prices(steps, keptKwh), ...(ours ?? [])];
  if (keptKwh === 0) return theirs;
  // The relaxation finds missing too cheap where least powers are the reason.
  const dear = theirs.map((prices) => ({ ...prices, missing: Math.max(MISSING_NOK, prices.missing ?? 0) }));
  return [...theirs, ...dear];
}

function tried<T>(solve: () => T): T | null {
  try {
    return solve();
  } catch {
    return null;
  }
}

function offerAll(
  model: Model,
  bounds: readonly StepBound[],
  prices: readonly Prices[],
  time: TimeLeft,
): void {
  const none = {
    fuse: new Float64Array(model.slotCount),
    hour: new Float64Array(model.capacity?.dayOfHour.length ?? 0),
  };
  for (const each of [none, ...prices]) {
    for (const bound of bounds) if (time.ms > 0) bound.offer(each, bound.look(each));
  }
}

function sharedOut(prices: Prices, share: number): Prices {
  const part = (values: Float64Array) => values.map((nok) => nok * share);
  return { ...prices, fuse: part(prices.fuse), hour: part(prices.hour), sun: prices.sun && part(prices.sun) };
}

function openSteps(bounds: readonly StepBound[], plans: PlansInTurn): StepBound[] {
  const { costNok } = plans.figures;
  return bounds.filter(({ nok }) => nok < costNok - PROVED_NOK).sort((a, b) => a.nok - b.nok);
}

/** The step with the lowest bound in turn: its bound is raised, and the cars are planned at its prices. */
function closeGap(model: Model, bounds: readonly StepBound[], plans: PlansInTurn, time: TimeLeft): void {
  const orders = ordersOf(model);
  for (let round = 0; time.ms > PROGRAM_MS; round += 1) {
    const [lowest] = openSteps(bounds, plans);
    if (!lowest) return;
    lowest.raise(MOVES, plans.figures.costNok, time);
    const order = orders[round % orders.length];
    const share = SHARES[Math.floor(round / orders.length) % SHARES.length] ?? 1;
    if (order && lowest.prices) plans.tryOrder(order, lowest.step, sharedOut(lowest.prices, share));
  }
}
