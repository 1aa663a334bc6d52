import { parseIso } from '../../time/index.ts';
import type { Problem, Vehicle } from './problem.ts';
import { ProblemError } from './problem-error.ts';

const MINUTE_MS = 60_000;

/** What must hold between fields of a problem whose shape is right. Throws ProblemError naming the field. */
export function checkRelations(problem: Problem): void {
  checkConsecutive(problem.slots);
  checkExport(problem.slots);
  for (const [v, vehicle] of problem.vehicles.entries()) {
    checkVehicle(vehicle, problem.slots.length, `vehicles[${v}]`);
  }
  checkSteps(problem.capacitySteps ?? []);
}

function checkConsecutive(slots: Problem['slots']): void {
  let endAt: number | null = null;
  for (const [t, slot] of slots.entries()) {
    const startAt = parseIso(slot.start) ?? Number.NaN;
    if (endAt !== null && startAt !== endAt) {
      throw new ProblemError(`slots[${t}].start: must be where slots[${t - 1}] ends`);
    }
    endAt = startAt + slot.minutes * MINUTE_MS;
  }
}

/** Else buying would pay for itself without end. */
function checkExport(slots: Problem['slots']): void {
  const dear = slots.findIndex(
    ({ importPrice, exportPrice }) => exportPrice !== undefined && exportPrice > importPrice,
  );
  if (dear >= 0) throw new ProblemError(`slots[${dear}].exportPrice: must not be above importPrice`);
}

function checkVehicle(vehicle: Vehicle, count: number, name: string): void {
  const { arriveSlot, departSlot, slotMaxKw, milestones = [] } = vehicle;
  const wrong = (field: string, text: string) => new ProblemError(`${name}.${field}: ${text}`);
  const atMost = `must be at most ${count}, the number of slots`;
  if (arriveSlot > count) throw wrong('arriveSlot', atMost);
  if (departSlot > count) throw wrong('departSlot', atMost);
  if (departSlot < arriveSlot) throw wrong('departSlot', 'must not be before arriveSlot');
  if (slotMaxKw !== undefined && slotMaxKw.length !== count) {
    throw wrong('slotMaxKw', `must hold ${count} powers, one for each slot`);
  }
  const late = milestones.findIndex(({ slot }) => slot > count);
  if (late >= 0) throw wrong(`milestones[${late}].slot`, atMost);
}

function checkSteps(steps: NonNullable<Problem['capacitySteps']>): void {
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1];
    if (before === undefined) continue;
    if (step.uptoKw <= before.uptoKw) {
      throw new ProblemError(`capacitySteps[${i}].uptoKw: must be above that of the step before`);
    }
    if (step.nokPerMonth < before.nokPerMonth) {
      throw new ProblemError(`capacitySteps[${i}].nokPerMonth: must not be below that of the step before`);
    }
  }
}
