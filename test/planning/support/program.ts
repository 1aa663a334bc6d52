import loadHighs from 'highs';

// Its types are those of a CommonJS package, what Node imports is not.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/** Coefficients of a row: [column, factor]. */
export type Terms = readonly (readonly [column: number, factor: number])[];

/** x + factor·y */
export const pair = (x: number, y: number, factor: number): Terms => [
  [x, 1],
  [y, factor],
];

/** Tight, so that what comes out can be compared to six digits. Gaps are absolute, NOK or kWh. */
const EXACT = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-7,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
  mip_feasibility_tolerance: 1e-9,
  time_limit: 30,
} as const;

/** A mixed-integer linear program that is written row by row, and minimised by HiGHS for one objective after the other. */
export class Program {
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #rowStarts = [0];
  readonly #columns: number[] = [];
  readonly #factors: number[] = [];

  column(lower: number, upper: number, isInteger = false): number {
    this.#lower.push(lower);
    this.#upper.push(upper);
    this.#integer.push(isInteger ? 1 : 0);
    return this.#lower.length - 1;
  }

  binary(): number {
    return this.column(0, 1, true);
  }

  /** lower ≤ Σ factor·column ≤ upper */
  row(lower: number, terms: Terms, upper: number): void {
    for (const [column, factor] of terms) {
      this.#columns.push(column);
      this.#factors.push(factor);
    }
    this.#rowStarts.push(this.#columns.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
  }

  atLeast(terms: Terms, lower: number): void {
    this.row(lower, terms, Number.POSITIVE_INFINITY);
  }

  atMost(terms: Terms, upper: number): void {
    this.row(Number.NEGATIVE_INFINITY, terms, upper);
  }

  /** Least value of the terms and the columns there; null where nothing is feasible. */
  minimise(terms: Terms, presolve: 'on' | 'off' = 'on'): { value: number; columns: Float64Array } | null {
    const cost = new Float64Array(this.#lower.length);
    for (const [column, factor] of terms) cost[column] = (cost[column] ?? 0) + factor;
    return highs.withModel(this.#data(cost), (model) => {
      model.options.set({ ...EXACT, presolve });
      model.run();
      const status = model.getModelStatus();
      if (status === highs.constants.modelStatus.infeasible) return null;
      if (status !== highs.constants.modelStatus.optimal)
        throw new Error(`HiGHS ended with status ${status}`);
      return { value: model.getObjectiveValue(), columns: model.getSolution().colValue };
    });
  }

  #data(colCost: Float64Array) {
    const [numCols, numRows] = [this.#lower.length, this.#rowLower.length];
    return {
      numCols,
      numRows,
      colCost,
      colLower: this.#lower,
      colUpper: this.#upper,
      rowLower: this.#rowLower,
      rowUpper: this.#rowUpper,
      matrix: {
        format: 'csr' as const,
        numRows,
        numCols,
        starts: this.#rowStarts,
        indices: this.#columns,
        values: this.#factors,
      },
      ...(this.#integer.includes(1) ? { integrality: Int32Array.from(this.#integer) } : {}),
    };
  }
}
