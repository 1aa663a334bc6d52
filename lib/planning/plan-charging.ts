import { chargeAtOnce } from './engines/charge-at-once.ts';
import type { Engine } from './engines/engine.ts';
import { greedy } from './engines/greedy.ts';
import { lp } from './engines/lp.ts';
import type { Plan, Problem } from './problem/problem.ts';
import { ProblemError } from './problem/problem-error.ts';
import {
  attempt,
  type Limits,
  limitsOf,
  type Rejected,
  statusOf,
  type Verified,
  verify,
} from './proof/attempt.ts';
import { settlePowers } from './proof/settle-powers.ts';
import { explain } from './words/explain.ts';
import { wouldCost } from './words/would-cost.ts';

export interface PlanOptions {
  /** Asked in this order until one answer is proved. */
  readonly engines?: readonly Engine[];
  /** A running stopwatch, ms: this room has no clock. Without it `solveMs` is 0. */
  readonly stopwatchMs?: () => number;
  /** Also answers "what would it cost if …": three more solves. */
  readonly withWouldCost?: boolean;
}

/** The fast exact one first; the linear program when that one fails. */
export const standardEngines: readonly Engine[] = [greedy, lp];

/**
 * The cheapest charge plan for a problem as parseProblem lets it through, proved against a lower bound that no engine had a hand in.
 * There is always a plan: an engine that throws or answers wrongly is passed over and named in the explanation, and when none is left
 * the car charges at once (driver first), with the gap told. Throws ProblemError only where a number of the problem is not finite.
 */
export function planCharging(problem: Problem, options: PlanOptions = {}): Plan {
  const { engines = standardEngines, stopwatchMs = () => 0, withWouldCost = false } = options;
  const startedMs = stopwatchMs();
  requireFinite(problem);
  const limits = limitsOf(problem);
  const { best, rejected } = findBest(problem, engines, limits);
  const solveMs = stopwatchMs() - startedMs;
  const { check, powerKw } = best;
  const costNok = toMicro(check.costNok);
  const lowerBoundNok = Math.min(costNok, toMicro(limits.lowerBoundNok));
  return {
    status: statusOf(best, limits),
    shortfallKwh: toMicro(check.shortfallKwh),
    costNok,
    lowerBoundNok,
    gapNok: toMicro(costNok - lowerBoundNok),
    parts: { energyNok: costNok, capacityNok: 0, startNok: 0 },
    powerKw: [powerKw],
    starts: check.starts,
    solver: best.solver,
    solveMs: Math.round(solveMs * 1000) / 1000,
    explanation: explain(problem, best, limits, rejected),
    wouldCost: withWouldCost ? wouldCost(problem, best, (changed) => solveProved(changed, engines)) : [],
  };
}

/** The first proved answer; else the cheapest of those that hold; else charging at once. */
function findBest(problem: Problem, engines: readonly Engine[], limits: Limits) {
  const rejected: Rejected[] = [];
  let best: Verified | undefined;
  for (const engine of engines) {
    const result = attempt(engine, problem, limits);
    if ('reason' in result) rejected.push(result);
    else if (!best || result.check.costNok < best.check.costNok) best = result;
    if (best?.proved) break;
  }
  return { best: best ?? lastResort(problem, limits), rejected };
}

function lastResort(problem: Problem, limits: Limits): Verified {
  const powerKw = settlePowers(problem, chargeAtOnce(problem)[0] ?? []);
  const result = verify('none', problem, powerKw, limits);
  if ('reason' in result) throw new Error('charging at once breaks a limit');
  return result;
}

function solveProved(problem: Problem, engines: readonly Engine[]): Verified | undefined {
  const { best } = findBest(problem, engines, limitsOf(problem));
  return best.proved ? best : undefined;
}

function requireFinite({ slots, vehicles: [vehicle] }: Problem): void {
  const slot = slots.findIndex(({ importPrice }) => !Number.isFinite(importPrice));
  if (slot >= 0) throw new ProblemError(`slots[${slot}].importPrice: must be a finite number`);
  for (const [name, value] of Object.entries(vehicle)) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new ProblemError(`vehicles[0].${name}: must be a finite number`);
    }
  }
}

/** Six decimals, and never a negative zero. */
function toMicro(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
