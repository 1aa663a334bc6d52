import type { Model } from '../problem/model.ts';
import type { ModelCar } from '../problem/model-car.ts';

/** What a car can take, by slot and price, cheapest first and earliest of one price: of the sun at the price of selling it, beyond it at that of buying. */
export interface OpenPieces {
  readonly count: number;
  readonly slot: Int32Array;
  /** NOK per grid kWh. */
  readonly price: Float64Array;
  /** What is left of each, kWh. */
  readonly kwh: Float64Array;
}

export function openPieces(model: Model, car: ModelCar): OpenPieces {
  const { hasSurplus, slotCount, cheapestFirst } = model;
  const most = (hasSurplus ? 2 : 1) * Math.max(0, car.depart - car.arrive);
  const pieces = {
    count: 0,
    slot: new Int32Array(most),
    price: new Float64Array(most),
    kwh: new Float64Array(most),
  };
  for (let i = 0; i < slotCount; i += 1) {
    // In the order of prices little is left to sort, but of one price the sun's pieces would not come early first.
    const t = hasSurplus ? i : (cheapestFirst[i] as number);
    if (t >= car.arrive && t < car.depart) addSlot(pieces, model, t, car.mostKwh[t] ?? 0);
  }
  return pieces;
}

function addSlot(
  pieces: OpenPieces & { count: number },
  { importPrice, exportPrice, surplusKw, hasSurplus, hours }: Model,
  t: number,
  kwh: number,
): void {
  const buying = importPrice[t] ?? 0;
  const selling = exportPrice[t] ?? 0;
  const sunKwh = hasSurplus && selling !== buying ? Math.min(kwh, (surplusKw[t] ?? 0) * (hours[t] ?? 0)) : 0;
  if (sunKwh > 0) insert(pieces, t, selling, sunKwh);
  if (kwh > sunKwh) insert(pieces, t, buying, kwh - sunKwh);
}

/** Behind all that cost as much or less. A few hundred pieces at most, mostly near their place: quicker than sorting them afterwards. */
function insert(pieces: OpenPieces & { count: number }, t: number, nok: number, kwh: number): void {
  const { slot, price, kwh: amount } = pieces;
  let i = pieces.count;
  pieces.count += 1;
  for (; i > 0 && (price[i - 1] as number) > nok; i -= 1) {
    slot[i] = slot[i - 1] as number;
    price[i] = price[i - 1] as number;
    amount[i] = amount[i - 1] as number;
  }
  slot[i] = t;
  price[i] = nok;
  amount[i] = kwh;
}
