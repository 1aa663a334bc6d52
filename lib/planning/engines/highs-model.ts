import type { Highs, Model, ModelData } from 'highs';
import type { HighsProgram } from './highs-program.ts';

export interface HighsOptions {
  readonly timeLimitSeconds?: number;
  /** Stops where the claimed gap is this share of the cost; 0 for the optimum itself. */
  readonly gapShare?: number;
  /** Columns whose values a mixed-integer search begins with; it finds the others itself. */
  readonly start?: { readonly indices: readonly number[]; readonly values: readonly number[] };
}

/** What the solver says. None of it is believed: powers are checked, prices go to the lower bound. */
export interface HighsAnswer {
  /** `claimed`: optimal, says the solver; `limited`: it stopped before. */
  readonly status: 'claimed' | 'limited' | 'infeasible' | 'failed';
  /** A value for each column; null where none was found. */
  readonly values: Float64Array | null;
  /** One for each row, the cost's rise per unit that the row's limit rises; null for mixed-integer programs. */
  readonly rowDuals: Float64Array | null;
  readonly cost: number;
  /** Below this no solution costs, says the solver; mixed-integer programs only. */
  readonly claimedBound: number;
}

let loading: Promise<Highs> | undefined;

/**
 * HiGHS, compiled to WebAssembly: loaded when first asked for, once per process (45 ms and 29 MB that most plans never pay). It
 * reads `highs.wasm` beside the module that holds it, so a bundle needs that file next to it.
 */
export function loadHighs(): Promise<Highs> {
  // The types describe the CommonJS build, whose default export is one level deeper than the ES build that runs.
  loading ??= import('highs').then(({ default: load }) => (load as unknown as () => Promise<Highs>)());
  return loading;
}

/** Minimises a program. The solver's own memory is given back however the run ends. */
export function minimise(highs: Highs, program: HighsProgram, options: HighsOptions = {}): HighsAnswer {
  return highs.withModel(dataOf(program), (model) => run(highs, model, program, options));
}

function run(highs: Highs, model: Model, program: HighsProgram, options: HighsOptions): HighsAnswer {
  const { timeLimitSeconds = 10, gapShare = 0, start } = options;
  model.options.set({
    output_flag: false,
    time_limit: timeLimitSeconds,
    mip_rel_gap: gapShare,
    mip_abs_gap: gapShare === 0 ? 1e-5 : 1e-4,
    mip_feasibility_tolerance: 1e-7,
    primal_feasibility_tolerance: 1e-9,
    dual_feasibility_tolerance: 1e-9,
  });
  const mixed = program.integer.includes(1);
  if (mixed && start) model.setSolution({ indices: [...start.indices], values: [...start.values] });
  model.run();
  const { modelStatus, solutionStatus } = highs.constants;
  const status = model.getModelStatus();
  const found = model.info.get('primal_solution_status') === solutionStatus.feasible;
  const solution = found ? model.getSolution() : null;
  const hasDuals = !mixed && model.info.get('dual_solution_status') === solutionStatus.feasible;
  return {
    status: wordFor(status, modelStatus),
    values: solution?.colValue ?? null,
    rowDuals: hasDuals ? (solution?.rowDual ?? null) : null,
    cost: found ? model.getObjectiveValue() : Number.POSITIVE_INFINITY,
    claimedBound: mixed ? Number(model.info.get('mip_dual_bound')) : Number.NEGATIVE_INFINITY,
  };
}

function wordFor(status: number, codes: Highs['constants']['modelStatus']): HighsAnswer['status'] {
  if (status === codes.optimal || status === codes.empty) return 'claimed';
  if (status === codes.infeasible || status === codes.unboundedOrInfeasible) return 'infeasible';
  return status === codes.timeLimit || status === codes.iterationLimit ? 'limited' : 'failed';
}

function dataOf(program: HighsProgram): ModelData {
  const { rows, cost, lower, upper, integer } = program;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, i) => {
    starts[i + 1] = (starts[i] ?? 0) + columns.length;
  });
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ values }) => values),
    },
    ...(integer.includes(1) && { integrality: Int32Array.from(integer) }),
  };
}
