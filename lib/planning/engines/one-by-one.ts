import { type Model, modelOf } from '../problem/model.ts';
import type { Problem } from '../problem/problem.ts';
import { checkPlan } from '../proof/check.ts';
import { searchPlan } from '../proof/least-on-off-plan.ts';
import { settlePowers } from '../proof/settle-powers.ts';
import { greedy } from './greedy.ts';
import { answerOf } from './on-off.ts';

/** Looks at each capacity step: a beginning, no proof. */
const FEW_LOOKS = 8;
/** Less is more: shortfalls that differ by more than this are told apart, battery kWh. */
const SHORTFALL_KWH = 1e-5;

/** The better plan of two orders in which the cars are planned alone; null where none holds. */
export function bestGuess(model: Model): number[][] | null {
  const order = model.cars.map((_, v) => v);
  let best: number[][] | null = null;
  for (const each of [order, order.toReversed()]) {
    const rows = oneByOne(model, each);
    if (rows && isBetterPlan(model, rows, best)) best = rows;
  }
  return best;
}

/** Whether a plan holds, and leaves less missing than the other or costs less. */
export function isBetterPlan({ problem }: Model, rows: number[][], than: number[][] | null): boolean {
  const check = checkPlan(problem, rows);
  if (check.violations.length > 0) return false;
  if (!than) return true;
  const other = checkPlan(problem, than);
  const missing = check.shortfallKwh - other.shortfallKwh;
  return Math.abs(missing) > SHORTFALL_KWH ? missing < 0 : check.costNok < other.costNok;
}

/**
 * A plan for each car alone, one after the other, what the ones before take counted to the house. Holds every limit; seldom the cheapest.
 * Null where a car alone cannot be planned.
 */
function oneByOne({ problem }: Model, order: readonly number[]): number[][] | null {
  const rows: number[][] = problem.vehicles.map(() => []);
  let rest: Problem = problem;
  for (const v of order) {
    const vehicle = problem.vehicles[v];
    if (!vehicle) return null;
    const model = modelOf({ ...rest, vehicles: [vehicle] });
    const row = planAlone(model);
    if (!row) return null;
    rows[v] = row;
    rest = withLoad(rest, row);
  }
  return rows;
}

function planAlone(model: Model): number[] | null {
  const answer = greedy.solve(model) ?? answerOf(model, searchPlan(model, FEW_LOOKS));
  if (!answer || answer instanceof Promise) return null;
  return settlePowers(model, answer.powerKw)[0] ?? null;
}

function withLoad(problem: Problem, row: readonly number[]): Problem {
  const slots = problem.slots.map((slot, t) => {
    const load = (slot.baseLoadKw ?? 0) + (row[t] ?? 0);
    // What a car gives counts as sun, so that no load is below 0.
    return { ...slot, baseLoadKw: Math.max(0, load), solarKw: (slot.solarKw ?? 0) + Math.max(0, -load) };
  });
  return { ...problem, slots };
}
