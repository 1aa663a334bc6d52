import { toldTime } from '../../time/index.ts';
import { isSoundVehicle } from './is-sound-vehicle.ts';
import { MOST_KW, MOST_NOK, MOST_NOK_PER_KWH, MOST_SLOTS, MOST_VEHICLES } from './limits.ts';
import { parseProblem } from './parse-problem.ts';
import type { CapacityStep, Problem, Slot } from './problem.ts';

const MINUTE_MS = 60_000;

/**
 * Throws ProblemError naming the field where parseProblem would: types keep no NaN, no half slot and no wrong length out. A sound problem
 * is told from its numbers in microseconds; only one that is not is read anew, to name what is wrong.
 */
export function requireSound(problem: Problem): void {
  if (!isSound(problem)) parseProblem(problem);
}

function isSound(problem: Problem): boolean {
  const { slots, vehicles, fuseKw = 0, startPenaltyNok = 0, monthTopPeaksKw = [] } = problem;
  const { capacitySteps = [] } = problem;
  return (
    slots.length > 0 &&
    slots.length <= MOST_SLOTS &&
    slots.every(isSoundSlot) &&
    vehicles.length > 0 &&
    vehicles.length <= MOST_VEHICLES &&
    vehicles.every((vehicle) => isSoundVehicle(vehicle, slots.length)) &&
    fuseKw >= 0 &&
    fuseKw <= MOST_KW &&
    startPenaltyNok >= 0 &&
    startPenaltyNok <= MOST_NOK &&
    monthTopPeaksKw.length <= 31 &&
    monthTopPeaksKw.every((kw) => kw >= 0 && kw <= MOST_KW) &&
    capacitySteps.length <= 50 &&
    capacitySteps.every(isSoundStep) &&
    // Only the capacity fee knows the clock.
    (capacitySteps.length === 0 || areConsecutive(slots))
  );
}

/** NaN is on neither side of a limit. */
function isSoundSlot({ minutes, importPrice, baseLoadKw = 0, solarKw = 0, exportPrice }: Slot): boolean {
  return (
    (minutes === 15 || minutes === 60) &&
    importPrice >= -MOST_NOK_PER_KWH &&
    importPrice <= MOST_NOK_PER_KWH &&
    baseLoadKw >= 0 &&
    baseLoadKw <= MOST_KW &&
    solarKw >= 0 &&
    solarKw <= MOST_KW &&
    (exportPrice === undefined || (exportPrice >= -MOST_NOK_PER_KWH && exportPrice <= importPrice))
  );
}

function isSoundStep({ uptoKw, nokPerMonth }: CapacityStep, i: number, steps: readonly CapacityStep[]) {
  const before = steps[i - 1];
  return (
    uptoKw >= 0 &&
    uptoKw <= MOST_KW &&
    nokPerMonth >= 0 &&
    nokPerMonth <= MOST_NOK &&
    (before === undefined || (uptoKw > before.uptoKw && nokPerMonth >= before.nokPerMonth))
  );
}

function areConsecutive(slots: readonly Slot[]): boolean {
  let startAt = toldTime(slots[0]?.start ?? '').at;
  for (const { start, minutes } of slots) {
    if (toldTime(start).at !== startAt) return false;
    startAt += minutes * MINUTE_MS;
  }
  return true;
}
