import type { Model } from '../problem/model.ts';
import type { Prices } from './dual-prices.ts';
import { mostPricedImport } from './fee-bound.ts';
import { type CarPrices, leastCarCost } from './least-car-cost.ts';
import { sunIsShared } from './sun-is-shared.ts';

/**
 * Battery kWh that will be missing whatever the plan: what each car alone would miss, and what `prices` with a price of missing
 * energy prove that they keep from each other.
 */
export function leastShortfallKwh(model: Model, prices: readonly Prices[] = []): number {
  const alone = aloneKwh(model);
  const free = { ...model, importPrice: zeros(model), exportPrice: zeros(model) };
  const kept = prices.map(({ fuse, missing = 0, reserve }) => {
    if (!(missing > 0)) return 0;
    return pricedCost(free, {
      fuse: fuse.map((nok) => nok / missing),
      hour: nothing,
      missing: 1,
      reserve: reserve?.map((points) => points.map((nok) => nok / missing)),
    });
  });
  return alone + Math.max(0, ...kept);
}

/**
 * NOK below which no schedule costs that leaves at most `shortfallKwh` missing (the least there is). Weak duality on the raw problem: take
 * each limit that cars share away and charge its price instead, less what the limit itself is worth at that price. A schedule that
 * keeps the limits then costs no more than before, and each car can be looked at alone. So any prices give a valid bound, wrong
 * ones a low one, and no engine need be trusted. For each capacity step the best of the prices counts, and of the steps the cheapest.
 */
export function lowerBound(
  model: Model,
  prices: readonly Prices[] = [],
  shortfallKwh: number = aloneKwh(model),
): number {
  const free = noPrices(model);
  const all = [free, ...prices].map((each) => ({
    hour: each.hour,
    nok: pricedCost(model, each) - (each.missing ?? 0) * Math.max(0, shortfallKwh - aloneKwh(model)),
  }));
  const { capacity } = model;
  if (!capacity) return Math.max(...all.map(({ nok }) => nok));
  let least = Number.POSITIVE_INFINITY;
  for (let k = capacity.aloneStep; k < capacity.steps.length; k += 1) {
    const { uptoKw = 0, nokPerMonth = 0 } = capacity.steps[k] ?? {};
    const riseNok = nokPerMonth - capacity.aloneNok;
    // Beyond the last step the fee is the last one's.
    const limitKw = k === capacity.steps.length - 1 ? Number.POSITIVE_INFINITY : uptoKw;
    const best = Math.max(...all.map(({ hour, nok }) => nok - mostPricedImport(capacity, hour, limitKw)));
    least = Math.min(least, best + riseNok);
  }
  return least;
}

/** What the cars cost at least at these prices, less what the limits are worth; the month's demand and the missing energy apart. */
function pricedCost(model: Model, prices: Prices): number {
  const carPrices = pricesOf(model, prices);
  let nok = 0;
  for (const [v, car] of model.cars.entries()) {
    const missing =
      prices.missing === undefined ? null : { nok: prices.missing, reserve: prices.reserve?.[v] };
    nok += leastCarCost(car, carPrices, missing);
  }
  const { slotCount, freeKw, hours, surplusKw } = model;
  for (let t = 0; t < slotCount; t += 1) {
    const fuse = Math.max(0, prices.fuse[t] ?? 0);
    if (fuse > 0) nok -= fuse * (freeKw[t] ?? 0) * (hours[t] ?? 0);
    if (carPrices.cheap === null) nok -= sunPrice(model, prices, t) * (surplusKw[t] ?? 0) * (hours[t] ?? 0);
  }
  const { houseKwhOfHour = nothing } = model.capacity ?? {};
  for (let h = 0; h < prices.hour.length; h += 1)
    nok += Math.max(0, prices.hour[h] ?? 0) * (houseKwhOfHour[h] ?? 0);
  return nok;
}

/** What a kWh costs a car in each slot with the prices of fuse, hour and sun. One car has the sun for itself: two prices in a slot. */
function pricesOf(model: Model, prices: Prices): CarPrices {
  const { slotCount, importPrice, exportPrice, surplusKw, hours, capacity } = model;
  const price = new Float64Array(slotCount);
  const shared = sunIsShared(model);
  const cheap = shared ? null : new Float64Array(slotCount);
  for (let t = 0; t < slotCount; t += 1) {
    const fuse = Math.max(0, prices.fuse[t] ?? 0);
    const hour = Math.max(0, prices.hour[capacity?.hourOfSlot[t] ?? -1] ?? 0);
    price[t] = (importPrice[t] ?? 0) + hour + fuse;
    if (cheap) cheap[t] = (exportPrice[t] ?? 0) + fuse;
    else if ((surplusKw[t] ?? 0) > 0) price[t] = (exportPrice[t] ?? 0) + fuse + sunPrice(model, prices, t);
  }
  return { price, cheap, cheapKwh: shared ? null : surplusKw.map((kw, t) => kw * (hours[t] ?? 0)) };
}

/** At most the difference between buying and selling, with the hour's price: beyond that a car would rather buy. */
function sunPrice(
  { importPrice, exportPrice, surplusKw, capacity }: Model,
  { sun, hour }: Prices,
  t: number,
): number {
  if (!sun || (surplusKw[t] ?? 0) <= 0) return 0;
  const most =
    (importPrice[t] ?? 0) - (exportPrice[t] ?? 0) + Math.max(0, hour[capacity?.hourOfSlot[t] ?? -1] ?? 0);
  return Math.min(most, Math.max(0, sun[t] ?? 0));
}

function aloneKwh({ cars }: Model): number {
  return cars.reduce((sum, car) => sum + car.leastShortfallKwh, 0);
}

function noPrices({ slotCount, capacity }: Model): Prices {
  return { fuse: new Float64Array(slotCount), hour: new Float64Array(capacity?.dayOfHour.length ?? 0) };
}

function zeros({ slotCount }: Model): Float64Array {
  return new Float64Array(slotCount);
}

const nothing = new Float64Array(0);
