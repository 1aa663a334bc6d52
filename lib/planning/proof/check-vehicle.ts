import type { Milestone, Slot, Vehicle } from '../problem/problem.ts';

/** Rounding that is forgiven, kW and kWh. */
export const TOLERANCE = 1e-6;

export interface VehicleCheck {
  readonly violations: readonly string[];
  readonly shortfallKwh: number;
  readonly energyKwh: number;
  readonly starts: number;
  readonly wearNok: number;
}

/** One car's schedule against its own limits and wishes. */
export function vehicleCheck(
  vehicle: Vehicle,
  slots: readonly Slot[],
  row: readonly number[],
  name: string,
): VehicleCheck {
  const battery = batteryOf(vehicle, slots, row);
  const starts = startsOf(row);
  const violations: string[] = [];
  for (let t = 0; t < row.length; t += 1) {
    const wrong = wrongPower(row[t] as number, t, vehicle, slots[t]);
    if (wrong !== null) violations.push(wrong);
  }
  const ceilingKwh = Math.max(vehicle.soc, vehicle.ceilingSoc ?? 1) * vehicle.capacityKwh;
  if (!(battery.mostKwh <= ceilingKwh + TOLERANCE)) {
    violations.push(
      vehicle.ceilingSoc === undefined ? 'the battery passes 100 %' : 'the battery passes its ceiling',
    );
  }
  const floorKwh = Math.min(vehicle.soc, vehicle.discharge?.floorSoc ?? 0) * vehicle.capacityKwh;
  if (!(battery.leastKwh >= floorKwh - TOLERANCE)) violations.push('the battery goes below its floor');
  if (vehicle.oneBlock && starts > 1) violations.push('charging is interrupted');
  return {
    violations: violations.map((violation) => `${name}: ${violation}`),
    shortfallKwh: battery.shortfallKwh,
    energyKwh: battery.gridKwh,
    starts,
    wearNok: battery.wearNok,
  };
}

function wrongPower(kw: number, t: number, vehicle: Vehicle, slot: Slot | undefined): string | null {
  if (Math.abs(kw) <= TOLERANCE) return null;
  if (!Number.isFinite(kw)) return `the power in slot ${t} is not a number`;
  const { arriveSlot, departSlot, maxKw, minKw = 0, slotMaxKw, discharge } = vehicle;
  if (t < arriveSlot) return `slot ${t} is before the car arrives`;
  if (t >= departSlot) return `slot ${t} is after the car leaves`;
  if (kw < 0) return wrongDischarge(-kw, t, discharge, slot);
  if (kw > Math.min(maxKw, slotMaxKw?.[t] ?? maxKw) + TOLERANCE) {
    return `the power in slot ${t} is above the car's maximum`;
  }
  return kw < minKw - TOLERANCE ? `the power in slot ${t} is below the car's minimum` : null;
}

/** Not while import is paid for: that would be burning energy. */
function wrongDischarge(
  kw: number,
  t: number,
  discharge: Vehicle['discharge'],
  slot: Slot | undefined,
): string | null {
  if (!discharge) return `the power in slot ${t} is below 0`;
  if (kw > discharge.maxKw + TOLERANCE) return `slot ${t} discharges more than the car gives`;
  return (slot?.importPrice ?? 0) < 0 ? `slot ${t} discharges while import is paid for` : null;
}

/** Follows the battery through the slots. Away from the car's window no power flows, so its state stands still. */
function batteryOf(vehicle: Vehicle, slots: readonly Slot[], row: readonly number[]) {
  const { capacityKwh, soc, targetSoc, minSoc = 0, efficiency, maxKw, milestones = [], discharge } = vehicle;
  const reserveKwh = soc < minSoc ? minSoc * capacityKwh : 0;
  let batteryKwh = soc * capacityKwh;
  let [mostKwh, leastKwh, gridKwh, wearNok] = [batteryKwh, batteryKwh, 0, 0];
  let [rampKwh, underReserveKwh, underMilestonesKwh] = [batteryKwh, 0, 0];
  for (let t = 0; t < slots.length; t += 1) {
    const { minutes } = slots[t] as Slot;
    underMilestonesKwh += missingAt(milestones, capacityKwh, t, batteryKwh);
    const kwh = ((row[t] ?? 0) * minutes) / 60;
    gridKwh += kwh;
    batteryKwh += kwh >= 0 ? efficiency * kwh : kwh / (discharge?.efficiency ?? 1);
    wearNok += kwh < 0 ? -kwh * (discharge?.wearNokPerKwh ?? 0) : 0;
    mostKwh = Math.max(mostKwh, batteryKwh);
    leastKwh = Math.min(leastKwh, batteryKwh);
    if (t >= vehicle.arriveSlot && t < vehicle.departSlot) rampKwh += (efficiency * maxKw * minutes) / 60;
    underReserveKwh = Math.max(underReserveKwh, Math.min(reserveKwh, rampKwh) - batteryKwh);
  }
  underMilestonesKwh += missingAt(milestones, capacityKwh, slots.length, batteryKwh);
  const missingKwh = Math.max(0, targetSoc * capacityKwh - batteryKwh);
  const shortfallKwh = missingKwh + underReserveKwh + underMilestonesKwh;
  return { mostKwh, leastKwh, gridKwh, wearNok, shortfallKwh };
}

function missingAt(
  milestones: readonly Milestone[],
  capacityKwh: number,
  slot: number,
  batteryKwh: number,
): number {
  let kwh = 0;
  for (const stone of milestones) {
    if (stone.slot === slot) kwh += Math.max(0, stone.soc * capacityKwh - batteryKwh);
  }
  return kwh;
}

function startsOf(row: readonly number[]): number {
  let starts = 0;
  let wasOn = false;
  for (const kw of row) {
    const isOn = kw > TOLERANCE;
    if (isOn && !wasOn) starts += 1;
    wasOn = isOn;
  }
  return starts;
}
