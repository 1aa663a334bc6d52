import { type ChargeWindow, chargeWindow, type WindowSlot } from './charge-window.ts';
import type { Engine } from './engine.ts';
import { spreadAtOnePrice } from './even-prices.ts';

/** Less than this is nothing, kWh. */
const TINY_KWH = 1e-9;

/**
 * Cheapest slots first until the target, and on while the price is below zero until the battery is full. Exact for one car
 * without minimum power, because each kWh costs what its slot says, whatever the others do (a fractional knapsack).
 */
export const greedy: Engine = {
  name: 'greedy',
  solve(problem) {
    const window = chargeWindow(problem);
    const kwh = cheapestKwh(window, problem.slots.length);
    for (const { t, hours } of window.slots) kwh[t] = (kwh[t] ?? 0) / hours;
    return kwh;
  },
};

/** Grid kWh for each of the `count` slots. */
function cheapestKwh({ slots, needKwh, roomKwh }: ChargeWindow, count: number): number[] {
  const kwh = new Array<number>(count).fill(0);
  let taken = 0;
  for (const level of priceLevels(slots)) {
    const wanted = (level.price < 0 ? roomKwh : needKwh) - taken;
    if (wanted <= TINY_KWH) break;
    taken += Math.min(wanted, level.kwh);
    if (level.kwh > wanted) spreadAtOnePrice(kwh, level.slots, wanted);
    else for (const slot of level.slots) kwh[slot.t] = slot.kwh;
  }
  return kwh;
}

interface PriceLevel {
  readonly price: number;
  readonly slots: readonly WindowSlot[];
  readonly kwh: number;
}

/** The slots of each price, cheapest price first, earliest slot first. */
function priceLevels(slots: readonly WindowSlot[]): PriceLevel[] {
  const levels = [...Map.groupBy(slots, ({ price }) => price)].map(([price, level]) => ({
    price,
    slots: level,
    kwh: level.reduce((sum, slot) => sum + slot.kwh, 0),
  }));
  return levels.sort((a, b) => a.price - b.price);
}
