import type { Problem } from '../../lib/planning/index.ts';
import type { PlanCommand } from './read-options.ts';

/** The problem with what the options tell of the home in the place of its own. */
export function toldOfHome(
  problem: Problem,
  { fuseKw, monthPeaksKw }: Pick<PlanCommand, 'fuseKw' | 'monthPeaksKw'>,
): Problem {
  return {
    ...problem,
    ...(fuseKw === null ? {} : { fuseKw }),
    ...(monthPeaksKw === null ? {} : { monthTopPeaksKw: monthPeaksKw }),
  };
}
