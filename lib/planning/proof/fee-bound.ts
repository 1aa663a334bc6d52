import type { Model } from '../problem/model.ts';
import { METER_KW, type ModelCapacity } from '../problem/model-capacity.ts';

/** A day's share in the prices, and what its peak is with the house alone, kW. */
export interface PricedDay {
  readonly price: number;
  readonly houseKw: number;
}

/**
 * Most that the hours' imports, each times its price, can come to while the demand stays in a step that ends at `uptoKw`, NOK.
 *
 * A day's hours come to at most Λ (the sum of their prices) times its peak. For any weights w of peaks, 0 ≤ w ≤ 1 and K in all, Σ w·peak is
 * at most the sum of the K largest, K·uptoKw. So with any scale s, Λ ≤ s for all days and Σ Λ ≤ s·K:
 *
 *     Σ Λ·peak  ≤  s·K·uptoKw − Σ (what is left of the weights, s·K − Σ Λ, on peaks known or the house's own)
 */
export function mostPricedImport(
  capacity: ModelCapacity,
  days: readonly PricedDay[],
  uptoKw: number,
): number {
  const sum = days.reduce((total, { price }) => total + price, 0);
  if (sum <= 0) return 0;
  const { averaged, knownPeaksKw } = capacity;
  const least = Math.max(sum / averaged, ...days.map(({ price }) => price));
  const scales = [least];
  for (let count = 1; count <= averaged; count += 1) if (sum / count > least) scales.push(sum / count);
  return Math.min(
    ...scales.map((scale) => {
      const rest = scale * averaged - sum;
      return scale * averaged * (uptoKw + METER_KW) - worthOfRest(rest, scale, knownPeaksKw, days);
    }),
  );
}

/** The weight that is left, on the largest peaks there are: known ones up to the scale, the house's own up to what their day has left of it. */
function worthOfRest(
  rest: number,
  scale: number,
  knownKw: readonly number[],
  days: readonly PricedDay[],
): number {
  const peaks = knownKw.map((kw) => ({ kw, room: scale }));
  for (const { price, houseKw } of days) peaks.push({ kw: houseKw, room: scale - price });
  peaks.sort((a, b) => b.kw - a.kw);
  let left = rest;
  let nok = 0;
  for (const { kw, room } of peaks) {
    const weight = Math.min(left, room);
    nok += weight * kw;
    left -= weight;
  }
  return nok;
}

/** The same for a home: one whose cars feed the house may stay below the house's own peaks. */
export function demandDays({ cars }: Model, capacity: ModelCapacity, hourPrice: Float64Array): PricedDay[] {
  const days = pricedDays(capacity, hourPrice);
  return cars.some(({ discharge }) => discharge) ? days.map(({ price }) => ({ price, houseKw: 0 })) : days;
}

/** The days with the sums of their hours' prices. */
function pricedDays(
  { dayCount, dayOfHour, houseKwhOfHour }: ModelCapacity,
  hourPrice: Float64Array,
): PricedDay[] {
  const days = Array.from({ length: dayCount }, () => ({ price: 0, houseKw: 0 }));
  for (let h = 0; h < dayOfHour.length; h += 1) {
    const day = days[dayOfHour[h] ?? 0];
    if (!day) continue;
    day.price += Math.max(0, hourPrice[h] ?? 0);
    day.houseKw = Math.max(day.houseKw, houseKwhOfHour[h] ?? 0);
  }
  return days;
}
