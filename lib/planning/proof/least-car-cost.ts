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
export function leastCarCost(
  car: ModelCar,
  prices: CarPrices,
  missing: MissingPrice | null,
  cheapestFirst: Int32Array,
): number {
  const pieces = (prices.cheap ? 2 : 1) * prices.price.length + car.wants.length;
  const levels = new PriceLevels(pieces);
  const slots = { car, prices, cheapestFirst };
  return missing === null ? meetingAll(levels, slots) : paying(levels, slots, missing);
}

interface Slots {
  readonly car: ModelCar;
  readonly prices: CarPrices;
  /** The slots about in the order of their prices: the nearer, the less is left to sort. */
  readonly cheapestFirst: Int32Array;
}

/** What missing a battery kWh costs, NOK, and how much of that each point of the reserve's ramp gets, NOK per grid kWh. */
export interface MissingPrice {
  readonly nok: number;
  readonly reserve?: readonly number[] | undefined;
}

function meetingAll(levels: PriceLevels, slots: Slots): number {
  const { wants, roomKwh } = slots.car;
  let taken = 0;
  let nok = 0;
  let from = 0;
  for (const { before, kwh } of wants) {
    from = addSlots(levels, slots, from, before);
    if (kwh <= taken) continue;
    nok += levels.take(kwh - taken);
    taken = kwh;
  }
  addSlots(levels, slots, from, slots.prices.price.length);
  return nok + levels.takePaidFor(Math.max(0, roomKwh - taken));
}

function paying(levels: PriceLevels, slots: Slots, missing: MissingPrice): number {
  const { car } = slots;
  const wantPrices = pricesOfWants(car, missing);
  let nok = 0;
  let from = 0;
  for (const [i, { before, kwh }] of car.wants.entries()) {
    from = addSlots(levels, slots, from, before);
    levels.reward(kwh, wantPrices[i] ?? 0);
    nok += kwh * (wantPrices[i] ?? 0);
  }
  addSlots(levels, slots, from, slots.prices.price.length);
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

/** The slots from `from` until `to`. Returns where the next begin. */
function addSlots(levels: PriceLevels, slots: Slots, from: number, to: number): number {
  const { car, prices, cheapestFirst } = slots;
  for (let i = 0; i < cheapestFirst.length && from < to; i += 1) {
    const t = cheapestFirst[i] as number;
    if (t >= from && t < to) addSlot(levels, car.mostKwh[t] ?? 0, prices, t);
  }
  return Math.max(from, to);
}

function addSlot(levels: PriceLevels, kwh: number, { price, cheap, cheapKwh }: CarPrices, t: number): void {
  const cheapPart = cheapKwh ? Math.min(kwh, cheapKwh[t] ?? 0) : 0;
  if (cheapPart > 0) levels.add(cheap?.[t] ?? 0, cheapPart);
  if (kwh > cheapPart) levels.add(price[t] ?? 0, kwh - cheapPart);
}
