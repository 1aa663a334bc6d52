/** A row of a linear program: lower ≤ Σ value·column ≤ upper. */
export interface ProgramRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** A linear or mixed-integer program to be minimised, built column by column and row by row. Limits may be infinite. */
export class HighsProgram {
  readonly cost: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly integer: (0 | 1)[] = [];
  readonly rows: ProgramRow[] = [];
  /** Of all rows. */
  terms = 0;

  /** Returns the column's number, counted from 0. */
  column(lower: number, upper: number, cost = 0): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.cost.push(cost);
    this.integer.push(0);
    return this.cost.length - 1;
  }

  /** A column that is 0 or 1. */
  binary(cost = 0): number {
    const column = this.column(0, 1, cost);
    this.integer[column] = 1;
    return column;
  }

  /** Adds a row of [column, value] terms; returns its number, counted from 0. */
  row(lower: number, upper: number, terms: readonly (readonly [column: number, value: number])[]): number {
    this.terms += terms.length;
    this.rows.push({
      lower,
      upper,
      columns: terms.map(([column]) => column),
      values: terms.map(([, value]) => value),
    });
    return this.rows.length - 1;
  }

  /** The same program where 0-or-1 columns may be anything between. */
  relax(): void {
    this.integer.fill(0);
  }

  /** Sets a column to a value for good. */
  fix(column: number, value: number): void {
    this.lower[column] = value;
    this.upper[column] = value;
    this.integer[column] = 0;
  }
}
