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
 * With a price of missing energy wants need not be met: each battery kWh below one costs so much. The cost of having e kWh is then a convex curve whose
 * slopes are the sorted prices, and a want makes its first kWh cheaper.
 */
export function leastCarCost(car: ModelCar, prices: CarPrices, missing: MissingPrice | null): number {
  return missing === null ? meetingAll(car, prices) : paying(car, prices, missing);
}

/** What missing a battery kWh costs, NOK, and how much of that each point of the reserve's ramp gets, NOK per grid kWh. */
export interface MissingPrice {
  readonly nok: number;
  readonly reserve?: readonly number[] | undefined;
}

function meetingAll(car: ModelCar, prices: CarPrices): number {
  const levels = new PriceLevels(mostPieces(prices));
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

function paying(car: ModelCar, prices: CarPrices, missing: MissingPrice): number {
  const levels = new PriceLevels(mostPieces(prices) + car.wants.length);
  const wantPrices = pricesOfWants(car, missing);
  let nok = 0;
  let t = 0;
  for (const [i, { before, kwh }] of car.wants.entries()) {
    for (; t < before; t += 1) addSlot(levels, car, prices, t);
    levels.reward(kwh, wantPrices[i] ?? 0);
    nok += kwh * (wantPrices[i] ?? 0);
  }
  for (; t < prices.price.length; t += 1) addSlot(levels, car, prices, t);
  return nok + levels.takePaidFor(car.roomKwh);
}

/** Of the reserve's points only the worst counts, so together they are worth no more than one. */
function pricesOfWants({ wants, efficiency }: ModelCar, { nok, reserve }: MissingPrice): number[] {
  const whole = nok * efficiency;
  const points = wants.filter((want) => want.reserve).length;
  let [left, point] = [whole, 0];
  return wants.map((want) => {
    if (!want.reserve) return whole;
    const asked = reserve ? (reserve[point] ?? 0) : point === points - 1 ? whole : 0;
    const price = Math.min(left, Math.max(0, asked));
    point += 1;
    left -= price;
    return price;
  });
}

function addSlot(levels: PriceLevels, car: ModelCar, { price, cheap, cheapKwh }: CarPrices, t: number): void {
  const kwh = car.mostKwh[t] ?? 0;
  const cheapPart = Math.min(kwh, cheapKwh?.[t] ?? 0);
  if (cheapPart > 0) levels.add(cheap?.[t] ?? 0, cheapPart);
  if (kwh > cheapPart) levels.add(price[t] ?? 0, kwh - cheapPart);
}
