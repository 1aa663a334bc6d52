import type { ExplanationKey } from '../homes/index.ts';
import type { Plan } from '../planning/index.ts';
import { QUARTER_MS } from '../time/index.ts';
import { comfortablyReadyAt, type PlanBasis } from './plan-basis.ts';
import type { PlannedQuarter } from './plan-cost.ts';

/** Prices that differ by less than this, øre/kWh, are one price to a customer. */
const flatOre = 1;

/** What decided the plan; the first key is the main one. */
export function explanationOf(
  slots: readonly PlannedQuarter[],
  plan: Plan,
  basis: PlanBasis,
): ExplanationKey[] {
  const charging = slots.filter(({ powerKw }) => powerKw > 0);
  const keys: ExplanationKey[] = [mainKey(slots, charging, plan)];
  if (charging.some(({ priceOrePerKwh }) => priceOrePerKwh < 0)) keys.push('negative-prices');
  const knownUntilAt = (slots.at(-1)?.startAt ?? 0) + QUARTER_MS;
  if (knownUntilAt + QUARTER_MS <= comfortablyReadyAt(basis)) keys.push('prices-unknown');
  return keys;
}

function mainKey(
  slots: readonly PlannedQuarter[],
  charging: readonly PlannedQuarter[],
  plan: Plan,
): ExplanationKey {
  if (plan.status === 'best-effort') return 'too-little-time';
  if (charging.length === 0) return 'already-charged';
  if (charging.length === slots.length) return 'no-choice';
  const prices = slots.map(({ priceOrePerKwh }) => priceOrePerKwh);
  return Math.max(...prices) - Math.min(...prices) < flatOre ? 'flat-prices' : 'cheapest-hours';
}
