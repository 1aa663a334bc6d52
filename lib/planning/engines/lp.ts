import type { SolveResult } from 'javascript-lp-solver';
import { type ChargeWindow, chargeWindow } from './charge-window.ts';
import type { Engine } from './engine.ts';
import { withPivotLimit } from './pivot-limit.ts';
import { simplex } from './simplex.ts';

/** Pivots per row and column that a healthy solve stays far below. */
const PIVOTS_PER_LINE = 20;
/** The most that preferring early slots may add to the cost, NOK. */
const EARLY_NOK = 1e-4;

/** The answer cannot be used: not feasible, not bounded, or not a number. */
class LpError extends Error {
  override readonly name = 'LpError';
}

/** The linear program, solved by the simplex method. Knows nothing of the greedy order. */
export const lp: Engine = lpEngine();

/** The engine with an allowance of pivots of its own; by default one that grows with the problem. */
export function lpEngine(pivotLimit?: number): Engine {
  return {
    name: 'lp',
    solve(problem) {
      const window = chargeWindow(problem);
      const powerKw = new Array<number>(problem.slots.length).fill(0);
      // A column that can only be 0 sends the solver into cycles; without columns there is nothing to solve.
      const open = { ...window, slots: window.slots.filter(({ kwh }) => kwh > 0) };
      if (open.slots.length === 0) return powerKw;
      const lines = 2 * open.slots.length + 3;
      const answer = withPivotLimit(pivotLimit ?? PIVOTS_PER_LINE * lines, () => solve(open));
      for (const { t, hours } of open.slots) powerKw[t] = finite(answer[`x${t}`] ?? 0) / hours;
      return powerKw;
    },
  };
}

/**
 * min Σ price·x + penalty·short;  Σ x + short ≥ need;  Σ x ≤ room;  0 ≤ x ≤ what the slot carries. kWh and NOK keep the coefficients near 1,
 * where the solver's fixed tolerance of 1e-8 means something. It takes NaN for 0 without a word, so every number is looked at.
 */
function solve({ slots, needKwh, roomKwh }: ChargeWindow): SolveResult {
  const dearest = Math.max(...slots.map(({ price }) => Math.abs(price)));
  const early = EARLY_NOK / Math.max(100, roomKwh) / slots.length;
  const constraints: Record<string, { min: number } | { max: number }> = {
    need: { min: finite(needKwh) },
    room: { max: finite(roomKwh) },
  };
  // Missing a kWh costs more than any kWh can: the least shortfall comes first.
  const variables: Record<string, Record<string, number>> = { short: { cost: 2 * dearest + 10, need: 1 } };
  for (const [i, { t, price, kwh }] of slots.entries()) {
    constraints[`cap${t}`] = { max: finite(kwh) };
    variables[`x${t}`] = { cost: finite(price + early * i), need: 1, room: 1, [`cap${t}`]: 1 };
  }
  // Presolve zeroes costs and declares solvable problems infeasible in this version.
  const answer = simplex.Solve({
    optimize: 'cost',
    opType: 'min',
    constraints,
    variables,
    options: { presolve: false },
  }) as SolveResult;
  if (!answer.feasible || answer.bounded === false) throw new LpError('no usable answer');
  return answer;
}

function finite(value: number | boolean): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new LpError('not a finite number');
  return value;
}
