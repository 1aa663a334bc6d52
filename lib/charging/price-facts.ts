import type { PlanInForce } from '../homes/index.ts';
import { savedBy } from '../planning/index.ts';
import { priceToPlanOn } from './known-prices.ts';
import type { PlanBasis } from './plan-basis.ts';
import { kwhIn, type PlannedQuarter } from './plan-cost.ts';

type PriceFacts = Pick<PlanInForce, 'contract' | 'savedBy' | 'assumed'>;

/** What the plan in force tells of its prices: what they made the plan save against the same energy at once, and what of them is assumed. */
export function priceFacts(
  { prices }: PlanBasis,
  slots: readonly PlannedQuarter[],
  atOnce: readonly PlannedQuarter[],
): PriceFacts {
  const priced = slots.flatMap(({ startAt, powerKw }, i) => {
    const price = priceToPlanOn(prices, startAt);
    const atOnceKwh = kwhIn(atOnce[i]?.powerKw ?? 0);
    return price === undefined ? [] : [{ price, plannedKwh: kwhIn(powerKw), atOnceKwh }];
  });
  return {
    contract: prices.contract,
    savedBy: savedBy(priced),
    assumed: [...new Set(priced.flatMap(({ price }) => price.assumed))],
  };
}
