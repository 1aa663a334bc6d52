import { modelOf } from '../problem/model.ts';
import type { Problem } from '../problem/problem.ts';
import { homeProgram } from './highs-home.ts';
import { limitMissing, onlyMissing } from './highs-missing.ts';
import { loadHighs, minimise } from './highs-model.ts';

export interface HighsAloneOptions {
  /** It may stop where its own bound is as near as this, as a share of the cost. */
  readonly relativeGap: number;
  /** For each of its runs. */
  readonly limitMs: number;
}

/**
 * What HiGHS makes of a whole home by itself, as one mixed-integer program: to be compared with, nothing that we plan by. Null where it
 * finds no plan in time.
 */
export async function highsAlone(
  problem: Problem,
  { relativeGap, limitMs }: HighsAloneOptions,
): Promise<{ readonly costNok: number } | null> {
  const highs = await loadHighs();
  const model = modelOf(problem);
  const { capacity } = model;
  const steps = capacity ? Array.from(capacity.steps.keys()).slice(capacity.aloneStep) : [];
  const options = { timeLimitSeconds: limitMs / 1000, gapShare: relativeGap };
  const met = minimise(highs, homeProgram(model, { wanting: 'met', steps }).program, options);
  if (met.status !== 'infeasible') return met.values && { costNok: met.cost };
  const least = homeProgram(model, { wanting: 'missing' });
  onlyMissing(least);
  const missingKwh = minimise(highs, least.program, options).cost;
  const missing = homeProgram(model, { wanting: 'missing', steps });
  limitMissing(missing, missingKwh);
  const { values, cost } = minimise(highs, missing.program, options);
  return values && { costNok: cost };
}
