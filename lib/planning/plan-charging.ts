import { allAtOnce } from './engines/charge-at-once.ts';
import type { Engine } from './engines/engine.ts';
import { greedy } from './engines/greedy.ts';
import { joint } from './engines/joint/joint.ts';
import { lp, lpByHighs, lpByTableau } from './engines/lp.ts';
import { onOff } from './engines/on-off.ts';
import { type Model, modelOf } from './problem/model.ts';
import type { Plan, Problem } from './problem/problem.ts';
import { requireSound } from './problem/require-sound.ts';
import { attempt, isBetter, type Rejected, statusOf, type Verified, verify } from './proof/attempt.ts';
import { Budget, PLAN_UNITS } from './proof/budget.ts';
import type { Prices } from './proof/dual-prices.ts';
import { settlePowers } from './proof/settle-powers.ts';
import { explain } from './words/explain.ts';
import { wouldCost } from './words/would-cost.ts';

export interface PlanOptions {
  /** Asked in this order until one answer is proved. */
  readonly engines?: readonly Engine[];
  /** What the plan may take, units of counted work (a microsecond of an ordinary core each); about two seconds where absent. */
  readonly units?: number;
  /** A running stopwatch, ms: this room has no clock. Without it `solveMs` is 0. */
  readonly stopwatchMs?: () => number;
  /** Says what decided the plan; it does unless told not to. */
  readonly withExplanation?: boolean;
  /** Also answers "what would it cost if …": three more solves. */
  readonly withWouldCost?: boolean;
}

/** A plan takes no longer, ms: engines that could go on then answer with what they have. */
const MOST_MS = 3000;
const UNITS_PER_MS = 1000;
/** What each changed problem may take that is solved to tell what a wish costs. */
const CHANGE_UNITS = 3e5;

/** The fastest first; each answers only problems of its kind, and the later ones are asked only where the earlier have failed. */
export const standardEngines: readonly Engine[] = [greedy, lp, onOff, lpByTableau, lpByHighs, joint];

/**
 * The cheapest charge plan for a problem, proved against a lower bound that needs no engine to be
 * right. There is always a plan: an engine that throws or answers wrongly is passed over and named in the explanation, and when none is
 * left the cars charge at once (driver first), with the gap told. Throws ProblemError only where parseProblem would.
 */
export async function planCharging(problem: Problem, options: PlanOptions = {}): Promise<Plan> {
  const { engines = standardEngines, stopwatchMs = () => 0 } = options;
  const { withExplanation = true, withWouldCost = false } = options;
  const startedMs = stopwatchMs();
  requireSound(problem);
  const model = modelOf(problem);
  const budget = new Budget(
    options.units ?? PLAN_UNITS,
    options.stopwatchMs && (() => (startedMs + MOST_MS - stopwatchMs()) * UNITS_PER_MS),
  );
  const { best, rejected } = await findBest(model, engines, budget);
  const solveMs = stopwatchMs() - startedMs;
  const { check, powerKw, limits } = best;
  const costNok = toMicro(check.costNok);
  const lowerBoundNok = Math.min(costNok, toMicro(limits.lowerBoundNok));
  const plan = {
    status: statusOf(best),
    shortfallKwh: toMicro(check.shortfallKwh),
    costNok,
    lowerBoundNok,
    gapNok: toMicro(costNok - lowerBoundNok),
    parts: partsOf(best),
    powerKw,
    starts: check.starts,
    solver: best.solver,
    solveMs: Math.round(solveMs * 1000) / 1000,
  };
  return {
    ...plan,
    explanation: withExplanation ? explain(model, plan, rejected, limits.leastShortfallKwh) : [],
    wouldCost: withWouldCost
      ? await wouldCost(problem, powerKw, (changed) => solveProved(changed, engines))
      : [],
  };
}

/** The first proved answer; else the best of those that hold; else charging at once. */
async function findBest(model: Model, engines: readonly Engine[], budget: Budget) {
  const rejected: Rejected[] = [];
  const prices: Prices[] = [];
  let best: Verified | undefined;
  for (const engine of engines) {
    const tried = attempt(engine, model, prices, budget);
    const result = tried instanceof Promise ? await tried : tried;
    if (result === null) continue;
    if ('reason' in result) rejected.push(result);
    else best = better(result, best);
    if (best?.proved) break;
  }
  return { best: best ?? lastResort(model, prices, budget), rejected };
}

/** A proved one costs no more than it must, though another engine's prices proved it. */
function better(result: Verified, best: Verified | undefined): Verified {
  return !best || result.proved || isBetter(result, best) ? result : best;
}

function lastResort(model: Model, prices: readonly Prices[], budget: Budget): Verified {
  const atOnce = verify('none', model, settlePowers(model, allAtOnce(model)), prices, budget);
  if (!('reason' in atOnce)) return atOnce;
  const nothing = model.cars.map(() => new Array<number>(model.slotCount).fill(0));
  const result = verify('none', model, nothing, prices, budget);
  if ('reason' in result) throw new Error('charging nothing breaks a limit');
  return result;
}

async function solveProved(problem: Problem, engines: readonly Engine[]): Promise<Plan['powerKw'] | null> {
  const { best } = await findBest(modelOf(problem), engines, new Budget(CHANGE_UNITS));
  return best.proved ? best.powerKw : null;
}

function partsOf({ check: { parts } }: Verified): Plan['parts'] {
  return {
    energyNok: toMicro(parts.energyNok),
    capacityNok: toMicro(parts.capacityNok),
    startNok: toMicro(parts.startNok),
  };
}

/** Six decimals, and never a negative zero. */
function toMicro(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
