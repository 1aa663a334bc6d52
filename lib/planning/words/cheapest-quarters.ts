import { type CarFacts, NONE_KW, type PlanFacts } from './plan-facts.ts';

/** The same energy for each car in the cheapest slots it has, the others and every shared limit left aside: kW. */
export function cheapestQuarters(
  { model, lessPrice, morePrice }: PlanFacts,
  cars: readonly CarFacts[],
): number[][] {
  return cars.map(({ row, maxKw }) => {
    const prices = row.map((kw, t) => (kw > NONE_KW ? lessPrice[t] : morePrice[t]) ?? 0);
    const kwhOf = (t: number, kw: number) => kw * (model.hours[t] ?? 0);
    let left = row.reduce((sum, kw, t) => sum + kwhOf(t, kw), 0);
    const powers = row.map(() => 0);
    const inOrder = [...maxKw.keys()]
      .filter((t) => (maxKw[t] ?? 0) > 0)
      // Where prices tie, where the plan charges: only what is cheaper is another choice.
      .sort((a, b) => (prices[a] ?? 0) - (prices[b] ?? 0) || (row[b] ?? 0) - (row[a] ?? 0) || a - b);
    for (const t of inOrder) {
      const part = Math.min(left, kwhOf(t, maxKw[t] ?? 0));
      if (part <= 0) break;
      powers[t] = part / (model.hours[t] ?? 1);
      left -= part;
    }
    return powers;
  });
}
