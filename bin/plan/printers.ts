import { drawPlan, type Plan, type Problem } from '../../lib/planning/index.ts';
import type { Home } from '../home/find-home.ts';
import { homeNotes } from '../home/home-notes.ts';
import { terminal } from '../terminal.ts';
import { homeRows } from './home-rows.ts';
import { planHome } from './plan-home.ts';

type Planner = (problem: Problem) => Promise<Plan>;
/** A problem's plan as it is printed. */
export type Printer = (problem: Problem) => Promise<string>;

/** The plan on the problem's own prices, as JSON or drawn. */
export function plainPrinter(plan: Planner, json: boolean): Printer {
  if (json) return async (problem) => JSON.stringify(await plan(problem));
  return async (problem) => drawPlan(problem, await plan(problem), terminal());
}

/** The plan on what a home really pays: as JSON, where unknown rates and an unlikely home are reasons more, or drawn with what the prices are made of. */
export function homePrinter(planOn: Planner, home: Home, json: boolean): Printer {
  return async (spot) => {
    const { problem, plan, prices, assumed, notes } = await planHome(spot, home, planOn);
    if (json) {
      const explanation = [...plan.explanation, ...notes, ...(assumed ? [assumed] : []), ...homeNotes(home)];
      return JSON.stringify({ ...plan, explanation });
    }
    const rows = homeRows(home, prices, assumed, notes);
    return drawPlan(problem, plan, { ...terminal(), made: { prices, rows } });
  };
}
