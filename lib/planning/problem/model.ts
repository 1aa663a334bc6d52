import { cheapestFirst } from './cheapest-first.ts';
import { type ModelCapacity, modelCapacity } from './model-capacity.ts';
import { type ModelCar, modelCar } from './model-car.ts';
import type { Problem, Slot } from './problem.ts';

/**
 * A problem as engines and bounds want it: defaults filled in, one array per quantity, energy in grid-side kWh. Nothing is
 * decided here; checkPlan does not use it.
 */
export interface Model {
  readonly problem: Problem;
  readonly slotCount: number;
  /** Length of each slot, h. */
  readonly hours: Float64Array;
  readonly importPrice: Float64Array;
  readonly exportPrice: Float64Array;
  /** The slots by `importPrice`, cheapest first and earliest of one price. */
  readonly cheapestFirst: Int32Array;
  /** What the house alone takes from the grid, kW, from 0. */
  readonly houseKw: Float64Array;
  /** Sun that the house alone would give away, kW, from 0. */
  readonly surplusKw: Float64Array;
  /** Whether there is such sun in any slot. */
  readonly hasSurplus: boolean;
  /** What the fuse leaves to all cars together, kW, from 0; Infinity without a fuse. */
  readonly freeKw: Float64Array;
  readonly cars: readonly ModelCar[];
  /** Null where no capacity steps are given. */
  readonly capacity: ModelCapacity | null;
  readonly startPenaltyNok: number;
}

export function modelOf(problem: Problem): Model {
  const { slots, fuseKw = Number.POSITIVE_INFINITY, startPenaltyNok = 0 } = problem;
  const slotCount = slots.length;
  const hours = new Float64Array(slotCount);
  const importPrice = new Float64Array(slotCount);
  const exportPrice = new Float64Array(slotCount);
  const houseKw = new Float64Array(slotCount);
  const surplusKw = new Float64Array(slotCount);
  const freeKw = new Float64Array(slotCount);
  let hasSurplus = false;
  for (let t = 0; t < slotCount; t += 1) {
    const slot = slots[t] as Slot;
    const net = (slot.baseLoadKw ?? 0) - (slot.solarKw ?? 0);
    hours[t] = slot.minutes / 60;
    importPrice[t] = slot.importPrice;
    exportPrice[t] = slot.exportPrice ?? Math.min(0, slot.importPrice);
    houseKw[t] = Math.max(0, net);
    surplusKw[t] = Math.max(0, -net);
    freeKw[t] = Math.max(0, fuseKw - net);
    if (net < 0) hasSurplus = true;
  }
  return {
    problem,
    slotCount,
    hours,
    importPrice,
    exportPrice,
    cheapestFirst: cheapestFirst(importPrice),
    houseKw,
    surplusKw,
    hasSurplus,
    freeKw,
    cars: problem.vehicles.map((vehicle, v) => modelCar(vehicle, hours, withOthersHelp(problem, v, freeKw))),
    capacity: modelCapacity(problem, hours, houseKw),
    startPenaltyNok,
  };
}

/** What the fuse leaves to one car where the others may feed it. */
function withOthersHelp({ vehicles }: Problem, v: number, freeKw: Float64Array): Float64Array {
  const helpKw = vehicles.reduce(
    (kw, { discharge }, other) => kw + (other === v ? 0 : (discharge?.maxKw ?? 0)),
    0,
  );
  return helpKw > 0 ? freeKw.map((kw) => kw + helpKw) : freeKw;
}
