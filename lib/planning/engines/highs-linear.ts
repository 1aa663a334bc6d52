import type { Highs } from 'highs';
import { minimise, pivotUnits } from './highs-model.ts';
import { HighsProgram } from './highs-program.ts';
import { type LinearProgram, ProgramData } from './linear-program.ts';

/** HiGHS gave no optimum. */
class HighsLinearError extends Error {
  override readonly name = 'HighsLinearError';
}

/** A linear program solved by HiGHS. */
export class HighsLinear extends ProgramData implements LinearProgram {
  private readonly highs: Highs;
  private values: ArrayLike<number> = [];
  private duals: ArrayLike<number> = [];

  constructor(highs: Highs, ...[cost, lower, upper]: ConstructorParameters<typeof ProgramData>) {
    super(cost, lower, upper);
    this.highs = highs;
  }

  get pivotUnits(): number {
    return pivotUnits(this.rows.length);
  }

  solve(pivots: number): number {
    // Without rows there is nothing to weigh: each column where it is cheaper.
    if (this.rows.length === 0) {
      this.values = this.cost.map((nok, j) => (nok < 0 ? this.upper[j] : this.lower[j]) ?? 0);
      return 0;
    }
    const program = new HighsProgram();
    for (const [j, nok] of this.cost.entries()) program.column(this.lower[j] ?? 0, this.upper[j] ?? 0, nok);
    for (const [i, { columns, factors }] of this.rows.entries()) {
      const variable = this.cost.length + i;
      const terms = columns.map((column, place) => [column, factors[place] ?? 1] as const);
      program.row(this.lower[variable] ?? 0, this.upper[variable] ?? 0, terms);
    }
    const iterations = Math.max(1, Math.floor(pivots));
    const { status, values, rowDuals, units } = minimise(this.highs, program, { iterations });
    if (status !== 'claimed' || !values) throw new HighsLinearError(`the linear program is ${status}`);
    this.values = values;
    this.duals = rowDuals ?? [];
    return units / this.pivotUnits;
  }

  levelOf(variable: number): number {
    const row = this.rows[variable - this.cost.length];
    if (!row) return this.values[variable] ?? 0;
    return row.columns.reduce(
      (sum, column, i) => sum + (row.factors[i] ?? 1) * (this.values[column] ?? 0),
      0,
    );
  }

  priceOf(variable: number): number {
    return this.duals[variable - this.cost.length] ?? 0;
  }
}
