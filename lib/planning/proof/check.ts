import type { PlanParts, Problem } from '../problem/problem.ts';
import { capacityCheck } from './check-capacity.ts';
import { TOLERANCE, vehicleCheck } from './check-vehicle.ts';

/** What a schedule really is, recomputed from its powers alone. */
export interface PlanCheck {
  /** The limits it breaks, one sentence each; empty for a plan that can be carried out. */
  readonly violations: readonly string[];
  /** Battery kWh missing at departures and milestones and, at the worst, under the reserve: all vehicles. */
  readonly shortfallKwh: number;
  readonly costNok: number;
  readonly parts: PlanParts;
  /** Grid side, what the house is fed subtracted. */
  readonly energyKwh: number;
  /** Times that charging goes from off to on. */
  readonly starts: number;
  /** Mean of the month's largest daily peaks with the cars and without, kW; 0 where there are no capacity steps. */
  readonly demandKw: number;
  readonly demandAloneKw: number;
}

/**
 * Checks a schedule (mean grid kW per vehicle and slot) against the raw problem: every limit, the shortfall, the cost. Shares no
 * code with the engines, and does not know which of them made it. Powers that are not numbers give NaN for the sums.
 */
export function checkPlan(problem: Problem, powerKw: readonly (readonly number[])[]): PlanCheck {
  const { slots, vehicles, startPenaltyNok = 0 } = problem;
  if (powerKw.length !== vehicles.length || powerKw.some((row) => row.length !== slots.length)) {
    return { violations: ['one power for each vehicle and slot is needed'], ...nothingKnown };
  }
  const evKw = new Float64Array(slots.length);
  for (const row of powerKw) for (let t = 0; t < row.length; t += 1) evKw[t] = (evKw[t] ?? 0) + (row[t] ?? 0);
  const cars = vehicles.map((vehicle, v) => vehicleCheck(vehicle, slots, powerKw[v] ?? [], `vehicles[${v}]`));
  const violations = [...cars.flatMap((car) => car.violations), ...meterViolations(problem, evKw)];
  const fee = capacityCheck(problem, evKw);
  const starts = sum(cars.map((car) => car.starts));
  const energyNok = energyCost(problem, evKw) + sum(cars.map((car) => car.wearNok));
  const parts = { energyNok, capacityNok: fee.riseNok, startNok: starts * startPenaltyNok };
  const costNok = parts.energyNok + parts.capacityNok + parts.startNok;
  if (!Number.isFinite(costNok)) violations.push('the cost is not a number');
  return {
    violations,
    shortfallKwh: sum(cars.map((car) => car.shortfallKwh)),
    costNok,
    parts,
    energyKwh: sum(cars.map((car) => car.energyKwh)),
    starts,
    demandKw: fee.demandKw,
    demandAloneKw: fee.demandAloneKw,
  };
}

const nothingKnown = {
  shortfallKwh: Number.NaN,
  costNok: Number.NaN,
  parts: { energyNok: Number.NaN, capacityNok: Number.NaN, startNok: Number.NaN },
  energyKwh: Number.NaN,
  starts: 0,
  demandKw: Number.NaN,
  demandAloneKw: Number.NaN,
};

/** The cost difference against the house without cars: net import is paid, net export earns. */
function energyCost({ slots }: Problem, evKw: ArrayLike<number>): number {
  let nok = 0;
  for (let t = 0; t < slots.length; t += 1) {
    const slot = slots[t];
    if (!slot) break;
    if (evKw[t] === 0) continue;
    const { minutes, importPrice, baseLoadKw = 0, solarKw = 0 } = slot;
    const exportPrice = slot.exportPrice ?? Math.min(0, importPrice);
    const aloneKw = baseLoadKw - solarKw;
    const withCarsKw = aloneKw + (evKw[t] ?? 0);
    const imported = Math.max(0, withCarsKw) - Math.max(0, aloneKw);
    const exported = Math.max(0, -withCarsKw) - Math.max(0, -aloneKw);
    nok += ((importPrice * imported - exportPrice * exported) * minutes) / 60;
  }
  return nok;
}

/** House and cars together: no more than the fuse carries; and no battery feeds the grid. */
function meterViolations(
  { slots, fuseKw = Number.POSITIVE_INFINITY }: Problem,
  evKw: ArrayLike<number>,
): string[] {
  const violations: string[] = [];
  for (let t = 0; t < slots.length; t += 1) {
    const kw = evKw[t] ?? 0;
    if (kw === 0) continue;
    const { baseLoadKw = 0, solarKw = 0 } = slots[t] ?? {};
    const aloneKw = baseLoadKw - solarKw;
    if (kw > Math.max(0, fuseKw - aloneKw) + TOLERANCE) {
      violations.push(`slot ${t} draws more than the fuse carries`);
    } else if (kw < -Math.max(0, aloneKw) - TOLERANCE) {
      violations.push(`slot ${t} discharges into the grid`);
    }
  }
  return violations;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
