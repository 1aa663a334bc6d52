import type { Problem, Vehicle } from '../../../lib/planning/index.ts';

/** Forgiven where numbers are added up, kW and kWh; a single power is compared to the last digit. */
export const NOISE = 1e-9;
/** A charger that gets less than a milliwatt is off. */
const OFF_KW = 1e-6;

export interface CarJudgement {
  readonly broken: readonly string[];
  readonly starts: number;
  readonly wearNok: number;
  readonly shortfallKwh: number;
}

/** One car's schedule against its own limits and wishes, read from the contract. */
export function judgeCar({ slots }: Problem, vehicle: Vehicle, row: readonly number[]): CarJudgement {
  const { capacityKwh, targetSoc, milestones = [] } = vehicle;
  const battery = batteryOf(vehicle, slots, row);
  const starts = row.filter((kw, t) => kw > OFF_KW && !((row[t - 1] ?? 0) > OFF_KW)).length;
  const missing = Math.max(0, targetSoc * capacityKwh - (battery.at(-1) ?? 0));
  const underStones = milestones.map((stone) =>
    Math.max(0, stone.soc * capacityKwh - (battery[stone.slot] ?? 0)),
  );
  return {
    broken: [...wrongPowers(vehicle, slots, row), ...wrongBattery(vehicle, battery)].concat(
      vehicle.oneBlock && starts > 1 ? ['not one block'] : [],
    ),
    starts,
    wearNok: wear(vehicle, slots, row),
    shortfallKwh: missing + underReserve(vehicle, slots, battery) + total(underStones),
  };
}

function wrongBattery(vehicle: Vehicle, battery: readonly number[]): string[] {
  const { capacityKwh, soc, ceilingSoc = 1, discharge } = vehicle;
  const ceilingKwh = Math.max(soc, ceilingSoc) * capacityKwh;
  const floorKwh = Math.min(soc, discharge?.floorSoc ?? 0) * capacityKwh;
  if (battery.some((kwh) => !(kwh <= ceilingKwh + NOISE))) return ['the battery is too full'];
  return battery.some((kwh) => !(kwh >= floorKwh - NOISE)) ? ['the battery is too empty'] : [];
}

function wrongPowers(vehicle: Vehicle, slots: Problem['slots'], row: readonly number[]): string[] {
  if (row.length !== slots.length) return ['the row of powers has another length than the slots'];
  return slots.flatMap(({ importPrice }, t) => {
    const wrong = wrongPower(vehicle, t, row[t] ?? Number.NaN, importPrice);
    return wrong ? [`slot ${t}: ${row[t]} kW ${wrong}`] : [];
  });
}

/** Battery kWh when each slot begins, and at the end. */
function batteryOf(
  { capacityKwh, soc, efficiency, discharge }: Vehicle,
  slots: Problem['slots'],
  row: readonly number[],
) {
  const battery = [soc * capacityKwh];
  for (const [t, { minutes }] of slots.entries()) {
    const kw = row[t] ?? Number.NaN;
    const gain = kw < 0 ? 1 / (discharge?.efficiency ?? 1) : efficiency;
    battery.push((battery[t] ?? 0) + (gain * kw * minutes) / 60);
  }
  return battery;
}

function underReserve(vehicle: Vehicle, slots: Problem['slots'], battery: readonly number[]): number {
  const { capacityKwh, soc, minSoc = 0, efficiency, arriveSlot, departSlot, maxKw } = vehicle;
  if (soc >= minSoc) return 0;
  let [rampKwh, worst] = [soc * capacityKwh, 0];
  for (const [t, { minutes }] of slots.entries()) {
    if (t >= arriveSlot && t < departSlot) rampKwh += (efficiency * maxKw * minutes) / 60;
    worst = Math.max(worst, Math.min(rampKwh, minSoc * capacityKwh) - (battery[t + 1] ?? 0));
  }
  return worst;
}

function wear({ discharge }: Vehicle, slots: Problem['slots'], row: readonly number[]): number {
  const given = slots.map(({ minutes }, t) => (Math.max(0, -(row[t] ?? 0)) * minutes) / 60);
  return total(given) * (discharge?.wearNokPerKwh ?? 0);
}

function wrongPower(vehicle: Vehicle, t: number, kw: number, importPrice: number): string | null {
  const { arriveSlot, departSlot, maxKw, minKw = 0, slotMaxKw } = vehicle;
  if (!Number.isFinite(kw)) return 'is no power';
  if (kw === 0) return null;
  if (t < arriveSlot || t >= departSlot) return 'while the car is away';
  if (kw < 0) return wrongDischarge(vehicle, -kw, importPrice);
  if (kw > maxKw || kw > (slotMaxKw?.[t] ?? maxKw)) return 'is too much';
  return kw < minKw ? 'is too little' : null;
}

function wrongDischarge({ discharge }: Vehicle, kw: number, importPrice: number): string | null {
  if (!discharge || kw > discharge.maxKw) return 'is too much discharge';
  return importPrice < 0 ? 'discharges while import is paid for' : null;
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
