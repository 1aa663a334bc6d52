import type { Model } from '../problem/model.ts';
import type { Plan, Vehicle } from '../problem/problem.ts';
import { checkPlan, type PlanCheck } from '../proof/check.ts';
import { type VehicleCheck, vehicleCheck } from '../proof/check-vehicle.ts';
import { carNames } from './car-names.ts';

/** Less power than this is none, and two prices nearer than this, NOK/kWh, are one. */
export const NONE_KW = 1e-5;
export const SAME_NOK = 1e-9;

/** What a plan comes to for one car. */
export interface CarFacts {
  readonly v: number;
  /** Null where it is the only one. */
  readonly name: string | null;
  readonly vehicle: Vehicle;
  readonly row: readonly number[];
  readonly check: VehicleCheck;
  /** Most it may take in each slot, kW. */
  readonly maxKw: Float64Array;
}

/** What a plan comes to: sums that the sentences about it are made of, each from the powers alone. */
export interface PlanFacts {
  readonly model: Model;
  readonly plan: Pick<Plan, 'status' | 'solver' | 'powerKw' | 'gapNok'>;
  readonly check: PlanCheck;
  readonly cars: readonly CarFacts[];
  /** All cars together in each slot, kW. */
  readonly evKw: Float64Array;
  /** What one kWh more, and one less, would change the cost by in each slot, NOK: they differ where the sun just suffices. */
  readonly morePrice: Float64Array;
  readonly lessPrice: Float64Array;
}

export function planFacts(model: Model, plan: PlanFacts['plan']): PlanFacts {
  const { problem, slotCount, houseKw, surplusKw, importPrice, exportPrice } = model;
  const evKw = new Float64Array(slotCount);
  for (const row of plan.powerKw)
    for (let t = 0; t < slotCount; t += 1) evKw[t] = (evKw[t] ?? 0) + (row[t] ?? 0);
  const price = (t: number, isImport: boolean) => (isImport ? importPrice[t] : exportPrice[t]) ?? 0;
  const netKw = evKw.map((kw, t) => kw + (houseKw[t] ?? 0) - (surplusKw[t] ?? 0));
  const names = carNames(problem.vehicles);
  return {
    model,
    plan,
    check: checkPlan(problem, plan.powerKw),
    cars: problem.vehicles.map((vehicle, v) => {
      const row = plan.powerKw[v] ?? [];
      const maxKw = model.cars[v]?.maxKw ?? new Float64Array(slotCount);
      const check = vehicleCheck(vehicle, problem.slots, row, '');
      return { v, name: names.length > 1 ? (names[v] ?? null) : null, vehicle, row, check, maxKw };
    }),
    evKw,
    morePrice: netKw.map((kw, t) => price(t, kw > -NONE_KW)),
    lessPrice: netKw.map((kw, t) => price(t, kw > NONE_KW)),
  };
}
