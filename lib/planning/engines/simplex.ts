import library, { type SolverAPI } from 'javascript-lp-solver';

/** The LP solver. Its types describe the CommonJS build, whose default export is one level deeper than the ES build that runs. */
export const simplex = library as unknown as SolverAPI;

/** What the library keeps of its last solve; only what is read here. */
interface LastSolve {
  readonly lastSolvedModel: {
    readonly constraints: readonly { readonly slack: { readonly index: number } }[];
    readonly tableau: {
      readonly matrix: Float64Array;
      readonly width: number;
      readonly costRowIndex: number;
      readonly colByVarIndex: readonly number[];
    };
  } | null;
}

/**
 * Sizes of the prices of the last `count` constraints of the last solve: the cost row under their slack columns. Private to the library,
 * whose version is pinned; should it move, the prices are wrong and the bound they give is low, no more.
 */
export function lastRowPrices(count: number): number[] {
  const { lastSolvedModel } = simplex as unknown as LastSolve;
  if (!lastSolvedModel || count === 0) return [];
  const { matrix, width, costRowIndex, colByVarIndex } = lastSolvedModel.tableau;
  return lastSolvedModel.constraints.slice(-count).map(({ slack }) => {
    const column = colByVarIndex[slack.index] ?? -1;
    return column < 0 ? 0 : Math.abs(matrix[costRowIndex * width + column] ?? 0);
  });
}
