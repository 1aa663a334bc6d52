import type { Problem, Vehicle } from './problem.ts';
import { ProblemError } from './problem-error.ts';

/** Throws ProblemError naming the first number that is none: types do not keep NaN and infinities out. */
export function requireFinite(problem: Problem): void {
  const { slots, vehicles, capacitySteps = [], monthTopPeaksKw = [], fuseKw, startPenaltyNok } = problem;
  // Every slot is looked at on every plan: what is summed is looked at at once, and by name only where that is no number.
  let sum = 0;
  for (const { minutes, importPrice, baseLoadKw = 0, solarKw = 0, exportPrice = 0 } of slots) {
    sum += minutes + importPrice + baseLoadKw + solarKw + exportPrice;
  }
  if (!Number.isFinite(sum)) for (const [t, slot] of slots.entries()) requireAll(slot, `slots[${t}].`);
  for (const [v, vehicle] of vehicles.entries()) requireVehicle(vehicle, `vehicles[${v}].`);
  requireAll({ fuseKw, startPenaltyNok }, '');
  for (const [i, step] of capacitySteps.entries()) requireAll(step, `capacitySteps[${i}].`);
  requireAll({ ...monthTopPeaksKw }, 'monthTopPeaksKw.');
}

function requireVehicle(vehicle: Vehicle, name: string): void {
  const { slotMaxKw, milestones = [], discharge } = vehicle;
  requireAll(vehicle, name);
  if (slotMaxKw) requireAll(slotMaxKw, `${name}slotMaxKw.`);
  for (const [i, stone] of milestones.entries()) requireAll(stone, `${name}milestones[${i}].`);
  if (discharge) requireAll(discharge, `${name}discharge.`);
}

function requireAll(fields: object, name: string): void {
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new ProblemError(`${name}${field}: must be a finite number`);
    }
  }
}
