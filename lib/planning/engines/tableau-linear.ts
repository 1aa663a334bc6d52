import type { SolveResult } from 'javascript-lp-solver';
import { type LinearProgram, ProgramData } from './linear-program.ts';
import { withPivotLimit } from './pivot-limit.ts';
import { lastRowPrices, simplex } from './simplex.ts';

/** The answer cannot be used: not feasible, not bounded, or not a number. */
class LpError extends Error {
  override readonly name = 'LpError';
}

/** What a pivot comes to for each cell of the table, units. */
const CELL_UNITS = 2e-4;

type Constraints = Record<string, { min?: number; max?: number }>;
type Variables = Record<string, Record<string, number>>;

/**
 * A linear program solved by javascript-lp-solver, behind the guards its known defects call for: no presolve (it zeroes costs and declares
 * solvable programs infeasible), no columns that can only be 0 (it cycles on them), a pivot limit, every number looked at (it takes NaN for
 * 0 without a word), names that are not its own fields.
 */
export class TableauLinear extends ProgramData implements LinearProgram {
  private answer: SolveResult | null = null;
  private prices: readonly number[] = [];

  /** Each upper bound is a row of its table too. */
  get pivotUnits(): number {
    return CELL_UNITS * (this.rows.length + this.cost.length) * this.cost.length;
  }

  solve(pivots: number): number {
    const constraints: Constraints = {};
    const variables: Variables = {};
    for (const [j, nok] of this.cost.entries()) this.addColumn(constraints, variables, j, nok);
    for (const [i, { columns, factors }] of this.rows.entries()) {
      const name = `r${this.cost.length + i}`;
      constraints[name] = limitsOf(
        this.lower[this.cost.length + i] ?? 0,
        this.upper[this.cost.length + i] ?? 0,
      );
      for (const [place, column] of columns.entries()) {
        const terms = variables[`x${column}`];
        if (terms) terms[name] = finite(factors[place] ?? 1);
      }
    }
    const answer = withPivotLimit(pivots, () =>
      simplex.Solve({
        optimize: 'cost',
        opType: 'min',
        constraints,
        variables,
        options: { presolve: false },
      }),
    ) as SolveResult;
    if (!answer.feasible || answer.bounded === false) throw new LpError('no usable answer');
    this.answer = answer;
    this.prices = lastRowPrices(this.rows.length);
    return 0;
  }

  levelOf(variable: number): number {
    const row = this.rows[variable - this.cost.length];
    if (!row) return finite(this.answer?.[`x${variable}`] ?? 0);
    return row.columns.reduce((sum, column, i) => sum + (row.factors[i] ?? 1) * this.levelOf(column), 0);
  }

  /** Of a row that bounds from below the price is from 0 up, of one that bounds from above from 0 down. */
  priceOf(variable: number): number {
    const price = this.prices[variable - this.cost.length] ?? 0;
    return Number.isFinite(this.lower[variable] ?? 0) ? price : -price;
  }

  private addColumn(constraints: Constraints, variables: Variables, j: number, nok: number): void {
    const [lower, upper] = [this.lower[j] ?? 0, this.upper[j] ?? 0];
    if (upper <= 0) return;
    variables[`x${j}`] = { cost: finite(nok), [`u${j}`]: 1 };
    constraints[`u${j}`] = { max: finite(upper), ...(lower > 0 && { min: finite(lower) }) };
  }
}

function limitsOf(lower: number, upper: number): { min?: number; max?: number } {
  return Number.isFinite(lower) ? { min: lower } : { max: finite(upper) };
}

function finite(value: number | boolean): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new LpError('not a finite number');
  return value;
}
