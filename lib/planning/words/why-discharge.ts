import { kwh, range } from './amounts.ts';
import { clockSpans } from './clock-spans.ts';
import { type CarFacts, NONE_KW, type PlanFacts } from './plan-facts.ts';

/** When a car feeds the house, and what the house would have paid. */
export function whyDischarge({ model }: PlanFacts, { row, name }: CarFacts): string[] {
  const given = [...row.keys()].filter((t) => (row[t] ?? 0) < -NONE_KW);
  if (given.length === 0) return [];
  const { hours, importPrice, problem } = model;
  const sumKwh = given.reduce((sum, t) => sum - (row[t] ?? 0) * (hours[t] ?? 0), 0);
  const prices = given.map((t) => importPrice[t] ?? 0);
  const when = clockSpans(problem.slots, given);
  const price = range(Math.min(...prices), Math.max(...prices));
  return [
    `${name ?? 'The car'} gives the house ${kwh(sumKwh)} ${when}, where the grid would cost ${price} NOK/kWh.`,
  ];
}
