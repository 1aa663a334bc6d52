import type { ModelCar } from '../problem/model-car.ts';
import { PriceLevels } from './price-levels.ts';

/** What energy costs one car: each slot's first `cheapKwh` at `cheap`, the rest at `price`, NOK/kWh, `cheap` ≤ `price`. */
export interface CarPrices {
  readonly price: Float64Array;
  readonly cheap: Float64Array | null;
  readonly cheapKwh: Float64Array | null;
}

/**
 * The least that a car which takes any power from 0 up can cost at these prices, NOK, every limit but its own left out. Exact, by
 * filling the cheapest slots: each want is met from the slots before it, the earlier wants first (what they take stays right for
 * the later ones, because a later want's slots include theirs), and energy that is paid for fills the room.
 *
 * With `missingNok` wants need not be met: each battery kWh below one costs so much. The cost of having e kWh is then a convex curve whose
 * slopes are the sorted prices, and a want makes its first kWh cheaper.
 */
export function leastCarCost(car: ModelCar, prices: CarPrices, missingNok: number | null): number {
  return missingNok === null ? meetingAll(car, prices) : paying(car, prices, missingNok * car.efficiency);
}

function meetingAll(car: ModelCar, prices: CarPrices): number {
  const levels = new PriceLevels(2 * prices.price.length);
  let taken = 0;
  let nok = 0;
  let t = 0;
  for (const { before, kwh } of car.wants) {
    for (; t < before; t += 1) addSlot(levels, car, prices, t);
    if (kwh <= taken) continue;
    nok += levels.take(kwh - taken);
    taken = kwh;
  }
  for (; t < prices.price.length; t += 1) addSlot(levels, car, prices, t);
  return nok + levels.takePaidFor(Math.max(0, car.roomKwh - taken));
}

function paying(car: ModelCar, prices: CarPrices, missingNok: number): number {
  const reserve = car.wants.filter((want) => want.reserve);
  const others = car.wants.filter((want) => !want.reserve);
  // Of the reserve's points only the worst counts: each alone is at most that.
  const choices = reserve.length > 0 ? reserve.map((point) => [...others, point]) : [others];
  return Math.max(...choices.map((wants) => payingFor(wants, car, prices, missingNok)));
}

function payingFor(wants: ModelCar['wants'], car: ModelCar, prices: CarPrices, missingNok: number): number {
  const levels = new PriceLevels(2 * prices.price.length + wants.length);
  let nok = 0;
  let t = 0;
  for (const { before, kwh } of wants.toSorted((a, b) => a.before - b.before)) {
    for (; t < before; t += 1) addSlot(levels, car, prices, t);
    levels.reward(kwh, missingNok);
    nok += kwh * missingNok;
  }
  for (; t < prices.price.length; t += 1) addSlot(levels, car, prices, t);
  return nok + levels.takePaidFor(car.roomKwh);
}

function addSlot(levels: PriceLevels, car: ModelCar, { price, cheap, cheapKwh }: CarPrices, t: number): void {
  const kwh = car.mostKwh[t] ?? 0;
  const cheapPart = Math.min(kwh, cheapKwh?.[t] ?? 0);
  if (cheapPart > 0) levels.add(cheap?.[t] ?? 0, cheapPart);
  if (kwh > cheapPart) levels.add(price[t] ?? 0, kwh - cheapPart);
}
