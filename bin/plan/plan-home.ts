import { decidedBy, type Plan, type Problem, savedBy } from '../../lib/planning/index.ts';
import type { Price } from '../../lib/tariffs/index.ts';
import type { Home } from '../home/find-home.ts';
import { isGridLeftOut } from '../home/is-grid-left-out.ts';
import { asMuchAtOnce } from './as-much-at-once.ts';
import { assumedRates } from './assumed-rates.ts';
import { withCapacitySteps } from './home-capacity.ts';
import { type PricedProblem, priceProblem } from './price-problem.ts';

/** A plan on what a home really pays, with what that is made of. */
export interface HomePlan extends PricedProblem {
  readonly plan: Plan;
  /** One sentence about rates used outside the dates they are known for; null where none was. */
  readonly assumed: string | null;
  /** About the capacity fee, a sentence each. */
  readonly notes: readonly string[];
}

/** Plans on the home's own prices. What decided the plan comes first among its reasons. */
export async function planHome(
  spot: Problem,
  home: Home,
  planOn: (problem: Problem) => Promise<Plan>,
): Promise<HomePlan> {
  const priced = priceProblem(spot, home);
  const { prices } = priced;
  const { problem, notes } = withCapacitySteps(priced.problem, home);
  const plan = await planOn(problem);
  const assumed = assumedRates([...new Set(prices.flatMap((price) => price.assumed))], isGridLeftOut(home));
  const explanation = [...whyDecided(problem, prices, plan, home), ...plan.explanation];
  return { problem, prices, plan: { ...plan, explanation }, assumed, notes };
}

/** Nothing where charging at once would not be as much energy, or not all of it bought: the parts of a price say nothing of sun and batteries. */
function whyDecided(
  { slots, ...rest }: Problem,
  prices: readonly Price[],
  plan: Plan,
  { contract }: Home,
): string[] {
  const hasOwnPower =
    slots.some(({ solarKw = 0 }) => solarKw > 0) || plan.powerKw.flat().some((kw) => kw < 0);
  const atOnce = hasOwnPower ? null : asMuchAtOnce({ slots, ...rest }, plan.powerKw);
  if (!atOnce) return [];
  const compared = prices.map((price, t) => {
    const kw = plan.powerKw.reduce((sum, row) => sum + (row[t] ?? 0), 0);
    return { price, plannedKwh: (kw * (slots[t]?.minutes ?? 0)) / 60, atOnceKwh: atOnce[t] ?? 0 };
  });
  const plannedKwh = compared.reduce((sum, slot) => sum + slot.plannedKwh, 0);
  return [decidedBy(contract.kind, savedBy(compared), plannedKwh)];
}
