import { MOST_KW, MOST_KWH, MOST_NOK_PER_KWH } from './limits.ts';
import type { Discharge, Milestone, Vehicle } from './problem.ts';

/** Whether parseProblem would let a car's numbers through, in a problem of `slotCount` slots. NaN is on neither side of a limit. */
export function isSoundVehicle(vehicle: Vehicle, slotCount: number): boolean {
  const { capacityKwh, efficiency, arriveSlot, departSlot, maxKw, minKw = 0, slotMaxKw } = vehicle;
  const { milestones = [], discharge } = vehicle;
  return (
    capacityKwh > 0 &&
    capacityKwh <= MOST_KWH &&
    efficiency > 0 &&
    efficiency <= 1 &&
    haveSoundLevels(vehicle) &&
    isSlot(arriveSlot, slotCount) &&
    isSlot(departSlot, slotCount) &&
    arriveSlot <= departSlot &&
    isPower(maxKw) &&
    isPower(minKw) &&
    (slotMaxKw === undefined || (slotMaxKw.length === slotCount && slotMaxKw.every(isPower))) &&
    milestones.length <= 20 &&
    milestones.every((milestone) => isSoundMilestone(milestone, slotCount)) &&
    (discharge === undefined || isSoundDischarge(discharge))
  );
}

function haveSoundLevels({ soc, targetSoc, minSoc = 0, ceilingSoc = 1 }: Vehicle): boolean {
  return isShare(soc) && isShare(targetSoc) && isShare(minSoc) && isShare(ceilingSoc);
}

function isSoundMilestone({ slot, soc }: Milestone, slotCount: number): boolean {
  return isSlot(slot, slotCount) && isShare(soc);
}

function isSoundDischarge({ maxKw, efficiency, wearNokPerKwh, floorSoc }: Discharge): boolean {
  return (
    isPower(maxKw) &&
    efficiency > 0 &&
    efficiency <= 1 &&
    wearNokPerKwh >= 0 &&
    wearNokPerKwh <= MOST_NOK_PER_KWH &&
    isShare(floorSoc)
  );
}

function isSlot(slot: number, slotCount: number): boolean {
  return Number.isInteger(slot) && slot >= 0 && slot <= slotCount;
}

function isShare(share: number): boolean {
  return share >= 0 && share <= 1;
}

function isPower(kw: number): boolean {
  return kw >= 0 && kw <= MOST_KW;
}
