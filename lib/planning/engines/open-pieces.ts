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
  const { importPrice, exportPrice, surplusKw, hours } = model;
  const most = 2 * Math.max(0, car.depart - car.arrive);
  const pieces = {
    count: 0,
    slot: new Int32Array(most),
    price: new Float64Array(most),
    kwh: new Float64Array(most),
  };
  for (let t = car.arrive; t < car.depart; t += 1) {
    const kwh = car.mostKwh[t] ?? 0;
    const buying = importPrice[t] ?? 0;
    const selling = exportPrice[t] ?? 0;
    const sunKwh = selling === buying ? 0 : Math.min(kwh, (surplusKw[t] ?? 0) * (hours[t] ?? 0));
    if (sunKwh > 0) insert(pieces, t, selling, sunKwh);
    if (kwh > sunKwh) insert(pieces, t, buying, kwh - sunKwh);
  }
  return pieces;
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
