import type { Problem } from './problem.ts';
import { ProblemError } from './problem-error.ts';

/** Throws ProblemError naming the first number that is none: types do not keep NaN and infinities out. */
export function requireFinite({
  slots,
  vehicles,
  capacitySteps = [],
  monthTopPeaksKw = [],
  ...rest
}: Problem): void {
  requireAll(rest, '');
  for (const [t, slot] of slots.entries()) requireAll(slot, `slots[${t}].`);
  for (const [v, { slotMaxKw = [], milestones = [], discharge = {}, ...vehicle }] of vehicles.entries()) {
    const name = `vehicles[${v}].`;
    requireAll(vehicle, name);
    requireAll(slotMaxKw, `${name}slotMaxKw.`);
    for (const [i, stone] of milestones.entries()) requireAll(stone, `${name}milestones[${i}].`);
    requireAll(discharge, `${name}discharge.`);
  }
  for (const [i, step] of capacitySteps.entries()) requireAll(step, `capacitySteps[${i}].`);
  requireAll(monthTopPeaksKw, 'monthTopPeaksKw.');
}

function requireAll(fields: object, name: string): void {
  for (const field in fields) {
    const value = (fields as Record<string, unknown>)[field];
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new ProblemError(`${name}${field}: must be a finite number`);
    }
  }
}
