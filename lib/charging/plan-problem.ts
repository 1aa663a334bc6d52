import { type Engine, greedy, lp, lpByTableau, onOff, planCharging } from '../planning/index.ts';
import type { Planner } from './solve-home.ts';

/**
 * Proves every plan of one car, and of several that take any power, in some ms; HiGHS is not among them, so that the usual night never
 * loads its 29 MB.
 */
const quickEngines: readonly Engine[] = [greedy, lp, onOff, lpByTableau];

/** A quarter of what a plan may take, counted: the same answers on any machine, in some hundred ms at most. */
const shortUnits = 6e5;

/** The service's planner. All engines are asked only where several cars are planned and the caller has the seconds that may take. */
export const planProblem: Planner = (problem, patience = 'long') => {
  const isQuick = patience === 'short' || problem.vehicles.length === 1;
  return planCharging(problem, {
    ...(isQuick ? { engines: quickEngines } : {}),
    ...(patience === 'short' ? { units: shortUnits } : { stopwatchMs: () => performance.now() }),
    withExplanation: false,
  });
};
