import library, { type SolverAPI } from 'javascript-lp-solver';

/** The LP solver. Its types describe the CommonJS build, whose default export is one level deeper than the ES build that runs. */
export const simplex = library as unknown as SolverAPI;
