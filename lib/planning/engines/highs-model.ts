import type { Highs, Model, ModelData } from 'highs';
import type { HighsProgram } from './highs-program.ts';

export interface HighsOptions {
  /** A guard for slow machines: what ends a run as a rule is counted. */
  readonly timeLimitSeconds?: number;
  /** Simplex iterations that the run may come to; without one the program is not looked at. */
  readonly iterations?: number;
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
  /** What the run came to, counted by what was done; a unit is about a microsecond. */
  readonly units: number;
}

/** Of HiGHS: 4 is the primal simplex. */
const PRIMAL_SIMPLEX = 4;
/** Far more than a healthy run comes to. */
const MOST_ITERATIONS = 100_000;
/** What runs came to as measured, units: by row, by term (making the program is counted with it), by row and simplex iteration. */
const ROW_UNITS = 20;
const TERM_UNITS = 1.2;
const MAKING_UNITS = 0.3;
const PIVOT_UNITS = 0.08;
/** A mixed-integer search: by term, by iteration, and more of that for each term. */
const MIXED_TERM_UNITS = 8;
const ITERATION_UNITS = 1000;
const ITERATION_TERM_UNITS = 0.01;

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
  if ((options.iterations ?? MOST_ITERATIONS) < 1) return notAsked(program);
  return highs.withModel(dataOf(program), (model) => run(highs, model, program, options));
}

/** It was only made. */
function notAsked({ terms }: HighsProgram): HighsAnswer {
  const nothing = { values: null, rowDuals: null, cost: Number.POSITIVE_INFINITY };
  return { ...nothing, status: 'limited', units: MAKING_UNITS * terms };
}

function run(highs: Highs, model: Model, program: HighsProgram, options: HighsOptions): HighsAnswer {
  const { start, iterations = MOST_ITERATIONS } = options;
  const mixed = isMixed(program);
  model.options.set(optionsFor(mixed, options));
  if (mixed && start) model.setSolution({ indices: [...start.indices], values: [...start.values] });
  const searched = runCounted(highs, model, iterations);
  const { modelStatus, solutionStatus } = highs.constants;
  const found = model.info.get('primal_solution_status') === solutionStatus.feasible;
  const solution = found ? model.getSolution() : null;
  const hasDuals = !mixed && model.info.get('dual_solution_status') === solutionStatus.feasible;
  return {
    status: wordFor(model.getModelStatus(), modelStatus),
    values: solution?.colValue ?? null,
    rowDuals: hasDuals ? (solution?.rowDual ?? null) : null,
    cost: found ? model.getObjectiveValue() : Number.POSITIVE_INFINITY,
    units:
      unitsToBegin(program, mixed) +
      unitsOfIteration(program, mixed) *
        (mixed ? searched : Number(model.info.get('simplex_iteration_count'))),
  };
}

function optionsFor(mixed: boolean, options: HighsOptions) {
  const { timeLimitSeconds = 10, gapShare = 0, iterations = MOST_ITERATIONS } = options;
  return {
    output_flag: false,
    time_limit: timeLimitSeconds,
    mip_rel_gap: gapShare,
    mip_abs_gap: gapShare === 0 ? 1e-5 : 1e-4,
    mip_feasibility_tolerance: 1e-7,
    // Powers are solved for once more with the pattern fixed: a mixed-integer search need not be as exact.
    primal_feasibility_tolerance: mixed ? 1e-7 : 1e-9,
    dual_feasibility_tolerance: mixed ? 1e-7 : 1e-9,
    // The dual simplex can go on for ever where nothing is feasible, and looks at no clock then; the primal one ends.
    ...(!mixed && { simplex_strategy: PRIMAL_SIMPLEX, simplex_iteration_limit: iterations }),
  } as const;
}

/** A mixed-integer search is ended at the first of its checkpoints after so many iterations: they are the same each time. Returns how many they were. */
function runCounted(highs: Highs, model: Model, most: number): number {
  let searched = 0;
  model.run({
    [highs.constants.callbackType.mipInterrupt]: (event) => {
      searched = Math.max(searched, Number(event.data.mip_total_lp_iterations ?? 0));
      if (searched > most) event.interrupt();
      return undefined;
    },
  });
  return searched;
}

/** How many iterations so many units pay; below 1 where they do not pay for one. */
export function iterationsFor(program: HighsProgram, units: number): number {
  const mixed = isMixed(program);
  return Math.floor((units - unitsToBegin(program, mixed)) / unitsOfIteration(program, mixed));
}

/** Making the program, handing it over and looking at it, be it as a mixed-integer one. */
export function unitsToBegin({ rows, terms }: HighsProgram, mixed: boolean): number {
  return ROW_UNITS * rows.length + (mixed ? MIXED_TERM_UNITS : TERM_UNITS) * terms;
}

function unitsOfIteration({ rows, terms }: HighsProgram, mixed: boolean): number {
  return mixed ? ITERATION_UNITS + ITERATION_TERM_UNITS * terms : pivotUnits(rows.length);
}

/** A simplex iteration of so many rows. */
export function pivotUnits(rows: number): number {
  return PIVOT_UNITS * Math.max(1, rows);
}

function isMixed({ integer }: HighsProgram): boolean {
  return integer.includes(1);
}

function wordFor(status: number, codes: Highs['constants']['modelStatus']): HighsAnswer['status'] {
  if (status === codes.optimal || status === codes.empty) return 'claimed';
  if (status === codes.infeasible || status === codes.unboundedOrInfeasible) return 'infeasible';
  const early: readonly number[] = [codes.timeLimit, codes.iterationLimit, codes.interrupted];
  return early.includes(status) ? 'limited' : 'failed';
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
