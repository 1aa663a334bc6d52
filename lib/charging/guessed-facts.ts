import type { PlanInForce } from '../homes/index.ts';
import type { KnownPrices } from './known-prices.ts';
import { kwhIn, type PlannedQuarter } from './plan-cost.ts';

/** From when on the plan stands on a forecast, and what it costs if all of that comes as dear as nine in ten such hours stay below. */
export function guessedFacts(
  slots: readonly PlannedQuarter[],
  { byQuarter, guessed }: KnownPrices,
): Pick<PlanInForce, 'guessedFromAt' | 'nineInTenOre'> {
  const first = slots.find(({ startAt }) => !byQuarter.has(startAt));
  if (first === undefined) return { guessedFromAt: null, nineInTenOre: null };
  const nineInTenOre = slots.reduce((sum, { startAt, powerKw, priceOrePerKwh }) => {
    const high = byQuarter.has(startAt) ? undefined : guessed?.get(startAt)?.highOrePerKwh;
    return sum + kwhIn(powerKw) * Math.max(priceOrePerKwh, high ?? priceOrePerKwh);
  }, 0);
  return { guessedFromAt: first.startAt, nineInTenOre };
}
