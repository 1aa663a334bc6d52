import type { Model } from '../../problem/model.ts';
import { METER_KW, type ModelCapacity } from '../../problem/model-capacity.ts';
import { dayLimits, housePeaks } from './day-limits.ts';
import type { Allowance } from './task.ts';

/**
 * What each clock hour leaves to any one car where the month's demand stays within a step, whatever the others do: the other days' peaks are
 * at least the house's own. None beyond the last step, and none where cars feed the house and so make room for each other.
 */
export function stepAllowances(model: Model, step: number): Allowance[] {
  const { capacity, cars } = model;
  if (!capacity || step >= capacity.steps.length - 1) return [];
  if (cars.some(({ discharge }) => discharge !== null)) return [];
  const bought = hourAllowances(
    model,
    capacity,
    dayLimits(capacity, housePeaks(capacity), stepKw(capacity, step)),
  );
  // What comes from the roof is not on the meter; whose car takes it is not known here.
  return bought.map(({ from, to, kwh }) => ({ from, to, kwh: kwh + sunKwh(model, from, to) }));
}

function sunKwh({ surplusKw, hours }: Model, from: number, to: number): number {
  let kwh = 0;
  for (let t = from; t < to; t += 1) kwh += (surplusKw[t] ?? 0) * (hours[t] ?? 0);
  return kwh;
}

/** What the largest peaks may come to together within a step, kW. */
export function stepKw({ averaged, steps }: ModelCapacity, step: number): number {
  return averaged * ((steps[step]?.uptoKw ?? 0) + METER_KW);
}

/** What each clock hour's share of its day's limit, kW, leaves to the cars to buy. */
export function hourAllowances(
  { slotCount }: Pick<Model, 'slotCount'>,
  capacity: ModelCapacity,
  limitsKw: readonly number[],
): Allowance[] {
  const allowances: Allowance[] = [];
  for (let from = 0; from < slotCount; ) {
    const hour = capacity.hourOfSlot[from] ?? 0;
    let to = from + 1;
    while (to < slotCount && capacity.hourOfSlot[to] === hour) to += 1;
    const limit = limitsKw[capacity.dayOfHour[hour] ?? 0] ?? Number.POSITIVE_INFINITY;
    allowances.push({ from, to, kwh: Math.max(0, limit - (capacity.houseKwhOfHour[hour] ?? 0)) });
    from = to;
  }
  return allowances;
}
