import type { Problem, Vehicle } from '../problem/problem.ts';

/** Rounding that is forgiven, kW and kWh. */
const TOLERANCE = 1e-6;

/** What a schedule really is, recomputed from its powers alone. */
export interface PlanCheck {
  /** The limits it breaks, one sentence each; empty for a plan that can be carried out. */
  readonly violations: readonly string[];
  /** kWh missing in the battery at departure. */
  readonly shortfallKwh: number;
  readonly costNok: number;
  /** Grid side. */
  readonly energyKwh: number;
  /** Times that charging goes from off to on. */
  readonly starts: number;
}

/**
 * Checks a schedule (mean grid kW per vehicle and slot) against the raw problem: every limit, the shortfall, the cost. Shares no
 * code with the engines, and does not know which of them made it. Powers that are not numbers give NaN for the sums.
 */
export function checkPlan(problem: Problem, powerKw: readonly (readonly number[])[]): PlanCheck {
  const [vehicle] = problem.vehicles;
  const [row] = powerKw;
  if (powerKw.length !== 1 || row?.length !== problem.slots.length) {
    return { violations: ['one power for each slot is needed'], ...nothingKnown };
  }
  const violations = row.flatMap((kw, t) => wrongPower(kw, t, vehicle));
  const sums = sumUp(problem, row);
  const batteryKwh = vehicle.soc * vehicle.capacityKwh + vehicle.efficiency * sums.energyKwh;
  if (!(batteryKwh <= vehicle.capacityKwh + TOLERANCE)) violations.push('the battery passes 100 %');
  if (!Number.isFinite(sums.costNok)) violations.push('the cost is not a number');
  const shortfallKwh = Math.max(0, vehicle.targetSoc * vehicle.capacityKwh - batteryKwh);
  return { violations, shortfallKwh, ...sums };
}

const nothingKnown = { shortfallKwh: Number.NaN, costNok: Number.NaN, energyKwh: Number.NaN, starts: 0 };

function wrongPower(kw: number, t: number, { arriveSlot, departSlot, maxKw }: Vehicle): string[] {
  if (!Number.isFinite(kw)) return [`the power in slot ${t} is not a number`];
  if (kw < -TOLERANCE) return [`the power in slot ${t} is below 0`];
  if (kw > maxKw + TOLERANCE) return [`the power in slot ${t} is above the car's maximum`];
  if (kw > TOLERANCE && t < arriveSlot) return [`slot ${t} is before the car arrives`];
  if (kw > TOLERANCE && t >= departSlot) return [`slot ${t} is after the car leaves`];
  return [];
}

function sumUp({ slots }: Problem, row: readonly number[]) {
  let costNok = 0;
  let energyKwh = 0;
  let starts = 0;
  for (const [t, { minutes, importPrice }] of slots.entries()) {
    const kwh = ((row[t] ?? 0) * minutes) / 60;
    energyKwh += kwh;
    costNok += kwh * importPrice;
    if ((row[t] ?? 0) > TOLERANCE && !((row[t - 1] ?? 0) > TOLERANCE)) starts += 1;
  }
  return { costNok, energyKwh, starts };
}
