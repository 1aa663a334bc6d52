import { simplex } from './simplex.ts';

/** The simplex did not end within its allowance of pivots: it may be running in circles. */
export class PivotLimitError extends Error {
  override readonly name = 'PivotLimitError';
}

/**
 * Runs a solve that throws PivotLimitError after `limit` pivots. The solver's own timeout is looked at only between branches, and
 * its cycle detector misses longer cycles, so without this a degenerate problem could run for ever. The solver is put back
 * as it was, however the run ends.
 */
export function withPivotLimit<T>(limit: number, run: () => T): T {
  const { prototype } = simplex.Tableau;
  const { pivot } = prototype;
  let pivots = 0;
  prototype.pivot = function limited(row: number, column: number): void {
    pivots += 1;
    if (pivots > limit) throw new PivotLimitError(`more than ${limit} pivots`);
    pivot.call(this, row, column);
  };
  try {
    return run();
  } finally {
    prototype.pivot = pivot;
  }
}
