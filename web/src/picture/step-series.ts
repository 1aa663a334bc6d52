import { QUARTER_MS } from '../time/oslo.ts';
import { stacked } from './price-bands.ts';
import type { Quarter } from './quarters.ts';

/** x in epoch seconds and y in øre/kWh, as uPlot's stepped line (aligned to the left) wants them. */
export type Steps = [x: number[], y: (number | null)[]];

/** The known prices; guesses are drawn apart. One point per quarter, and one more at each end of a known stretch so that its last step has its width. */
export function stepSeries(quarters: readonly Quarter[]): Steps {
  const x: number[] = [];
  const y: (number | null)[] = [];
  const prices = quarters.map(({ price, isGuess }) => (isGuess ? null : price));
  quarters.forEach(({ startAt }, index) => {
    const price = prices[index] ?? null;
    const before = prices[index - 1] ?? null;
    x.push(startAt / 1000);
    // The step before a gap ends here; a point of its own price a moment earlier closes it.
    if (price === null && before !== null) {
      y.push(before);
      x.push(startAt / 1000 + 1);
      y.push(null);
    } else {
      y.push(price);
    }
  });
  const last = quarters.at(-1);
  if (last) {
    x.push((last.startAt + QUARTER_MS) / 1000);
    y.push(prices.at(-1) ?? null);
  }
  return [x, y];
}

/** Lowest and highest level to show, øre/kWh: zero always in sight, air above, and below where a price or its power is negative. */
export function priceRange(quarters: readonly Quarter[]): [number, number] {
  const known = quarters
    .flatMap(({ price, bands }) => [price, ...(bands ? stacked(bands).map(({ to }) => to) : [])])
    .filter((level) => level !== null);
  const highest = Math.max(20, ...known);
  const lowest = Math.min(0, ...known);
  const air = (highest - lowest) * 0.08;
  return [lowest < 0 ? lowest - air : 0, highest + air];
}
