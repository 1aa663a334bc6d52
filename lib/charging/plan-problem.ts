import { type Engine, greedy, lp, lpByTableau, onOff, planCharging } from '../planning/index.ts';
import type { Planner } from './solve-home.ts';

/**
 * Proves every plan of one car, and of several that take any power, in some ms; HiGHS is not among them, so that the usual night never
 * loads its 29 MB.
 */
const quickEngines: readonly Engine[] = [greedy, lp, onOff, lpByTableau];

/** The service's planner. All engines are asked only where several cars are planned and the caller has the seconds that may take. */
export const planProblem: Planner = (problem, patience = 'long') => {
  const isQuick = patience === 'short' || problem.vehicles.length === 1;
  return planCharging(problem, {
    ...(isQuick ? { engines: quickEngines } : {}),
    stopwatchMs: () => performance.now(),
    withExplanation: false,
  });
};
