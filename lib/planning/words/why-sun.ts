import { kwh, range } from './amounts.ts';
import { NONE_KW, type PlanFacts } from './plan-facts.ts';

const NOTHING_KWH = 0.05;

/** What of the charging the roof gives, and what that would have earned in the grid. */
export function whySun({ model, evKw }: PlanFacts): string[] {
  const { surplusKw, hours, exportPrice } = model;
  const sunKw = surplusKw.map((kw, t) => Math.max(0, Math.min(kw, evKw[t] ?? 0)));
  const sunKwh = sunKw.reduce((sum, kw, t) => sum + kw * (hours[t] ?? 0), 0);
  if (sunKwh < NOTHING_KWH) return [];
  const prices = exportPrice.filter((_, t) => (sunKw[t] ?? 0) > NONE_KW);
  const earned = range(Math.min(...prices), Math.max(...prices));
  return [`${kwh(sunKwh)} comes from the roof, and would have earned ${earned} NOK/kWh in the grid.`];
}
