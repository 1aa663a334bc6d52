import { decidedBy, type Plan, type Problem, savedBy } from '../../lib/planning/index.ts';
import type { Price } from '../../lib/tariffs/index.ts';
import type { Home } from '../home/find-home.ts';
import { isGridLeftOut } from '../home/is-grid-left-out.ts';
import { asMuchAtOnce } from './as-much-at-once.ts';
import { assumedRates } from './assumed-rates.ts';
import { type PricedProblem, priceProblem } from './price-problem.ts';

/** A plan on what a home really pays, with what that is made of. */
export interface HomePlan extends PricedProblem {
  readonly plan: Plan;
  /** One sentence about rates used outside the dates they are known for; null where none was. */
  readonly assumed: string | null;
}

/** Plans on the home's own prices. What decided the plan comes first among its reasons. */
export async function planHome(
  spot: Problem,
  home: Home,
  planOn: (problem: Problem) => Promise<Plan>,
): Promise<HomePlan> {
  const { problem, prices } = priceProblem(spot, home);
  const plan = await planOn(problem);
  const assumed = assumedRates([...new Set(prices.flatMap((price) => price.assumed))], isGridLeftOut(home));
  const explanation = [whyDecided(problem, prices, plan, home), ...plan.explanation];
  return { problem, prices, plan: { ...plan, explanation }, assumed };
}

function whyDecided(problem: Problem, prices: readonly Price[], plan: Plan, { contract }: Home): string {
  const planned = energyKwh(problem, plan.powerKw);
  const plannedKwh = planned.reduce((sum, kwh) => sum + kwh, 0);
  const atOnce = asMuchAtOnce(problem, plannedKwh);
  const compared = prices.map((price, t) => ({
    price,
    plannedKwh: planned[t] ?? 0,
    atOnceKwh: atOnce[t] ?? 0,
  }));
  return decidedBy(contract.kind, savedBy(compared), plannedKwh);
}

/** Grid side, by slot. */
function energyKwh({ slots }: Problem, powerKw: Plan['powerKw']): number[] {
  return slots.map(({ minutes }, t) => ((powerKw[0]?.[t] ?? 0) * minutes) / 60);
}
