import type { Engine } from '../engines/engine.ts';
import type { PlanStatus, Problem, SolverName } from '../problem/problem.ts';
import { leastShortfallKwh, lowerBound } from './bound.ts';
import { checkPlan, type PlanCheck } from './check.ts';
import { settlePowers } from './settle-powers.ts';

/** A cost within this of the lower bound is proved least (the contract's tolerance). */
const PROVED_NOK = 1e-3;
/** The contract compares shortfalls to 1e-4 kWh; we ask for ten times better. */
const SHORTFALL_KWH = 1e-5;

/** What no plan can beat, from the raw problem. */
export interface Limits {
  readonly leastShortfallKwh: number;
  readonly lowerBoundNok: number;
}

/** A schedule that was checked and holds. */
export interface Verified {
  readonly solver: SolverName;
  readonly powerKw: readonly number[];
  readonly check: PlanCheck;
  readonly proved: boolean;
}

/** An engine whose answer could not be used, and why. */
export interface Rejected {
  readonly solver: SolverName;
  readonly reason: string;
}

export function limitsOf(problem: Problem): Limits {
  return { leastShortfallKwh: leastShortfallKwh(problem), lowerBoundNok: lowerBound(problem) };
}

/** Lets an engine try. Nothing that it does, save running for ever, gets past here: a thrown error or a wrong answer is a Rejected. */
export function attempt(engine: Engine, problem: Problem, limits: Limits): Verified | Rejected {
  const solver = engine.name;
  try {
    const answer = engine.solve(problem);
    const [violation] = checkPlan(problem, [answer]).violations;
    if (violation !== undefined) return { solver, reason: `its answer is wrong (${violation})` };
    return verify(solver, problem, settlePowers(problem, answer), limits);
  } catch {
    return { solver, reason: 'it failed' };
  }
}

/** Checks a schedule against every limit, the least shortfall and the lower bound. */
export function verify(
  solver: SolverName,
  problem: Problem,
  powerKw: readonly number[],
  limits: Limits,
): Verified | Rejected {
  const check = checkPlan(problem, [powerKw]);
  const [violation] = check.violations;
  if (violation !== undefined) return { solver, reason: `its answer is wrong (${violation})` };
  if (check.shortfallKwh > limits.leastShortfallKwh + SHORTFALL_KWH) {
    return { solver, reason: 'its answer leaves energy missing that could be charged' };
  }
  return { solver, powerKw, check, proved: check.costNok - limits.lowerBoundNok <= PROVED_NOK };
}

/** What may honestly be said of a verified schedule. */
export function statusOf({ proved }: Verified, limits: Limits): PlanStatus {
  if (!proved) return 'bounded';
  return limits.leastShortfallKwh > SHORTFALL_KWH ? 'best-effort' : 'optimal';
}
