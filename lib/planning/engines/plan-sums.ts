import type { Model } from '../problem/model.ts';
import type { ModelCapacity } from '../problem/model-capacity.ts';

/** What energy per car and slot (grid kWh) costs, NOK, against the house alone. */
export function energyNok(model: Model, kwh: readonly ArrayLike<number>[]): number {
  let nok = 0;
  for (let t = 0; t < model.slotCount; t += 1) {
    const sum = sumAt(kwh, t);
    const ofSun = Math.min(sum, sunKwh(model, t));
    nok += ofSun * (model.exportPrice[t] ?? 0) + (sum - ofSun) * (model.importPrice[t] ?? 0);
  }
  return nok;
}

/** Import of house and cars in each clock hour, kWh. */
export function importOf(
  model: Model,
  capacity: ModelCapacity,
  kwh: readonly ArrayLike<number>[],
): Float64Array {
  const imported = capacity.houseKwhOfHour.slice();
  for (let t = 0; t < model.slotCount; t += 1) {
    const hour = capacity.hourOfSlot[t] ?? 0;
    imported[hour] = (imported[hour] ?? 0) + Math.max(0, sumAt(kwh, t) - sunKwh(model, t));
  }
  return imported;
}

function sumAt(kwh: readonly ArrayLike<number>[], t: number): number {
  let sum = 0;
  for (const row of kwh) sum += row[t] ?? 0;
  return sum;
}

function sunKwh({ surplusKw, hours }: Model, t: number): number {
  return (surplusKw[t] ?? 0) * (hours[t] ?? 0);
}
