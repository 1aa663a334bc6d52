import { isPlain } from '../problem/is-plain.ts';
import type { Model } from '../problem/model.ts';
import type { Budget } from './budget.ts';
import type { Prices } from './dual-prices.ts';
import { type CarPrices, leastCarCost } from './least-car-cost.ts';
import { leastOnOffCost } from './least-on-off-cost.ts';
import { stepAllowances } from './on-off/step-allowances.ts';

/**
 * What the cars cost at least at these prices, each by itself, less what fuse, sun and the house's hours are worth at them, NOK. What the
 * month's demand and the missing energy are worth is left to the caller.
 */
export function pricedCost(model: Model, prices: Prices, budget?: Budget): number {
  return carsCost(model, prices, pricesOf(model, prices), budget) + pricedConstant(model, prices);
}

/** What fuse, sun and the house's hours come to at these prices, whatever the cars do, NOK. */
export function pricedConstant(model: Model, prices: Prices): number {
  const { slotCount, freeKw, hours, surplusKw, hasSurplus } = model;
  let nok = 0;
  for (let t = 0; t < prices.fuse.length; t += 1) {
    const fuse = from0(prices.fuse[t]);
    // Without a fuse there is no limit that a price could stand for.
    if (fuse > 0) nok -= fuse * (freeKw[t] ?? 0) * (hours[t] ?? 0);
  }
  for (let t = 0; t < slotCount && hasSurplus; t += 1)
    nok -= sunPrice(model, prices, t) * (surplusKw[t] ?? 0) * (hours[t] ?? 0);
  const { houseKwhOfHour } = model.capacity ?? {};
  for (let h = 0; h < prices.hour.length; h += 1) nok += from0(prices.hour[h]) * (houseKwhOfHour?.[h] ?? 0);
  return nok;
}

function carsCost(
  model: Model,
  { missing, reserve, step }: Prices,
  prices: CarPrices,
  budget?: Budget,
): number {
  const plain = isPlain(model);
  const allowances = plain || step === undefined ? [] : stepAllowances(model, step);
  return model.cars.reduce((nok, car, v) => {
    if (!plain) return nok + leastOnOffCost(model, v, prices, missing ?? null, { allowances, budget });
    const missingPrice = missing === undefined ? null : { nok: missing, reserve: reserve?.[v] };
    return nok + leastCarCost(car, prices, missingPrice, model.cheapestFirst);
  }, 0);
}

/** What a kWh costs a car in each slot with the prices of fuse, hour and sun. One car has the sun for itself: two prices in a slot. */
export function pricesOf(model: Model, prices: Prices): CarPrices {
  const { exportPrice, surplusKw, hours } = model;
  const bought = boughtPrice(model, prices);
  if (!model.hasSurplus) return { price: bought, cheap: null, cheapKwh: null };
  const ofSun = exportPrice.map((nok, t) => nok + from0(prices.fuse[t]) + sunPrice(model, prices, t));
  if (model.cars.length === 1) {
    return { price: bought, cheap: ofSun, cheapKwh: surplusKw.map((kw, t) => kw * (hours[t] ?? 0)) };
  }
  const price = bought.map((nok, t) => ((surplusKw[t] ?? 0) > 0 ? (ofSun[t] ?? 0) : nok));
  return { price, cheap: null, cheapKwh: null };
}

function boughtPrice(model: Model, prices: Prices): Float64Array {
  const { importPrice, slotCount } = model;
  if (prices.fuse.length === 0 && prices.hour.length === 0) return importPrice;
  const bought = new Float64Array(slotCount);
  for (let t = 0; t < slotCount; t += 1)
    bought[t] = (importPrice[t] ?? 0) + from0(prices.fuse[t]) + hourPrice(model, prices, t);
  return bought;
}

/**
 * What the sun's price comes to where several cars share it: at most the difference between buying and selling, with the hour's price, for beyond
 * that a car would rather buy.
 */
function sunPrice(model: Model, prices: Prices, t: number): number {
  const { importPrice, exportPrice, surplusKw, cars } = model;
  if (cars.length === 1 || (surplusKw[t] ?? 0) <= 0) return 0;
  const most = (importPrice[t] ?? 0) - (exportPrice[t] ?? 0) + hourPrice(model, prices, t);
  return Math.min(most, from0(prices.sun?.[t]));
}

function hourPrice({ capacity }: Model, { hour }: Prices, t: number): number {
  return capacity ? from0(hour[capacity.hourOfSlot[t] ?? -1]) : 0;
}

function from0(price: number | undefined): number {
  return price !== undefined && price > 0 ? price : 0;
}
