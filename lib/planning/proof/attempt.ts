import { allAtOnce } from '../engines/charge-at-once.ts';
import type { Answer, Engine } from '../engines/engine.ts';
import type { Model } from '../problem/model.ts';
import type { PlanStatus, SolverName } from '../problem/problem.ts';
import { leastShortfallKwh, lowerBound } from './bound.ts';
import type { Budget } from './budget.ts';
import { checkPlan, type PlanCheck } from './check.ts';
import type { Prices } from './dual-prices.ts';
import { leastImaginableCost } from './least-imaginable-cost.ts';
import { settlePowers } from './settle-powers.ts';

/** A cost within this of the lower bound is proved least (the contract's tolerance). */
const PROVED_NOK = 1e-3;
/** Where less might be missing, the cost is not told as proved: the bound is at least so far below it. */
const UNPROVED_NOK = 2e-3;
/** The contract compares shortfalls to 1e-4 kWh; we ask for ten times better. */
const SHORTFALL_KWH = 1e-5;

/** An engine's powers nearer than this to settled ones are those, but for a rounding. */
const ROUNDING_KW = 1e-6;
/** Kept for the proof of an engine's answer, and of a small budget no more than a share. */
const CHECK_UNITS = 3e5;
const CHECK_SHARE = 0.25;

/** What no plan can beat, from the raw problem and whatever prices engines have named. */
interface Limits {
  readonly leastShortfallKwh: number;
  readonly lowerBoundNok: number;
}

/** A schedule that was checked and holds. */
export interface Verified {
  readonly solver: SolverName;
  readonly powerKw: readonly (readonly number[])[];
  readonly check: PlanCheck;
  readonly limits: Limits;
  readonly proved: boolean;
}

/** An engine whose answer could not be used, and why. */
export interface Rejected {
  readonly solver: SolverName;
  readonly reason: string;
}

/** Lets an engine try; null: not its kind of problem. Nothing that it does, save running for ever, gets past here: a thrown error or a wrong answer is a Rejected. Adds its prices to those known. */
export function attempt(
  engine: Engine,
  model: Model,
  known: Prices[],
  budget?: Budget,
): Tried | Promise<Tried> {
  const failed = { solver: engine.name, reason: 'it failed' };
  const judged = (answer: Answer | null) =>
    answer === null ? null : judge(engine.name, model, answer, known, budget);
  try {
    const kept = Math.min(CHECK_UNITS, CHECK_SHARE * (budget?.left ?? 0));
    const asked = engine.solve(model, budget?.keeping(kept));
    return asked instanceof Promise ? asked.then(judged).catch(() => failed) : judged(asked);
  } catch {
    return failed;
  }
}

type Tried = Verified | Rejected | null;

function judge(
  solver: SolverName,
  model: Model,
  { powerKw, prices = [] }: Answer,
  known: Prices[],
  budget?: Budget,
): Verified | Rejected {
  const settled = settlePowers(model, powerKw);
  // What is no further from it than a rounding stands or falls with it; anything else must hold by itself.
  const [violation] = isNear(powerKw, settled) ? [] : checkPlan(model.problem, powerKw).violations;
  if (violation !== undefined) return { solver, reason: `its answer is wrong (${violation})` };
  known.push(...prices);
  return verify(solver, model, settled, known, budget);
}

function isNear(powerKw: Answer['powerKw'], settled: Answer['powerKw']): boolean {
  for (let v = 0; v < settled.length; v += 1) {
    const row = settled[v] ?? [];
    const told: readonly unknown[] = powerKw[v] ?? [];
    for (let t = 0; t < row.length; t += 1) if (!isNumberNear(told[t], row[t] as number)) return false;
  }
  return true;
}

function isNumberNear(told: unknown, kw: number): boolean {
  return typeof told === 'number' && Math.abs(told - kw) <= ROUNDING_KW;
}

/** Checks a schedule against every limit, the least shortfall and the lower bound. */
export function verify(
  solver: SolverName,
  model: Model,
  powerKw: readonly (readonly number[])[],
  prices: readonly Prices[],
  budget?: Budget,
): Verified | Rejected {
  const check = checkPlan(model.problem, powerKw);
  const [violation] = check.violations;
  if (violation !== undefined) return { solver, reason: `its answer is wrong (${violation})` };
  const least = leastShortfallKwh(model, prices, budget);
  const isLeast = check.shortfallKwh <= least + SHORTFALL_KWH;
  if (!isLeast && solver !== 'none' && check.shortfallKwh > atOnceShortfallKwh(model) + SHORTFALL_KWH) {
    return { solver, reason: 'its answer leaves energy missing that could be charged' };
  }
  // What is within the rounding of the least is compared with what has the least.
  const bound = lowerBound(model, prices, isLeast ? least : check.shortfallKwh, budget);
  // Of numbers beyond all measure there may be no other.
  const finite = bound > Number.NEGATIVE_INFINITY ? bound : leastImaginableCost(model);
  const lowerBoundNok = isLeast ? finite : Math.min(finite, check.costNok - UNPROVED_NOK);
  const limits = { leastShortfallKwh: least, lowerBoundNok };
  return { solver, powerKw, check, limits, proved: isLeast && check.costNok - lowerBoundNok <= PROVED_NOK };
}

/** Where charging at once breaks no limit: it is no one block where the car pauses. */
function atOnceShortfallKwh(model: Model): number {
  const { violations, shortfallKwh } = checkPlan(model.problem, allAtOnce(model));
  return violations.length > 0 ? Number.POSITIVE_INFINITY : shortfallKwh;
}

/** Less missing first, then cheaper. */
export function isBetter({ check }: Verified, than: Verified): boolean {
  const missing = check.shortfallKwh - than.check.shortfallKwh;
  return Math.abs(missing) > SHORTFALL_KWH ? missing < 0 : check.costNok < than.check.costNok;
}

/** What may honestly be said of a verified schedule. */
export function statusOf({ proved, check }: Verified): PlanStatus {
  if (!proved) return 'bounded';
  return check.shortfallKwh > SHORTFALL_KWH ? 'best-effort' : 'optimal';
}
