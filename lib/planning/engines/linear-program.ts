/**
 * A linear program that a solver works on: min Σ cost·x with bounds on columns and rows. Rows are added and bounds moved between solves. Each
 * variable, column or row, has one number: columns from 0, rows after them in the order they were added.
 */
export interface LinearProgram {
  /** Adds lower ≤ Σ factor·column ≤ upper (factors 1 where none are given). Returns the row's number as a variable. */
  addRow(columns: readonly number[], factors: readonly number[], lower: number, upper: number): number;
  setBounds(variable: number, lower: number, upper: number): void;
  /** What a pivot comes to, units of counted work, as measured. */
  readonly pivotUnits: number;
  /** Throws where there is no answer, or none within the allowance of pivots. Returns how many there were, as far as the solver tells. */
  solve(pivots: number): number;
  levelOf(variable: number): number;
  /** What the cost rises by when the variable is made one more; 0 for one that is between its bounds. */
  priceOf(variable: number): number;
}

export type MakeLinearProgram = (
  cost: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
) => LinearProgram;

/** The plain data of a program, for solvers that begin anew each time. */
export class ProgramData {
  readonly cost: readonly number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly rows: { readonly columns: readonly number[]; readonly factors: readonly number[] }[] = [];

  constructor(cost: readonly number[], lower: readonly number[], upper: readonly number[]) {
    this.cost = cost;
    this.lower = [...lower];
    this.upper = [...upper];
  }

  addRow(columns: readonly number[], factors: readonly number[], lower: number, upper: number): number {
    this.rows.push({ columns, factors: columns.map((_, i) => factors[i] ?? 1) });
    this.lower.push(lower);
    return this.upper.push(upper) - 1;
  }

  setBounds(variable: number, lower: number, upper: number): void {
    this.lower[variable] = lower;
    this.upper[variable] = upper;
  }
}
