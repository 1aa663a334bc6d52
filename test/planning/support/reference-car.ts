import type { Problem, Vehicle } from '../../../lib/planning/index.ts';
import { type Program, pair, type Terms } from './program.ts';

/** One car in the reference program: its columns, kW in each slot, and what it adds to the objectives. */
export interface ReferenceCar {
  /** Charging and discharging, null where the car cannot. */
  readonly charge: readonly (number | null)[];
  readonly discharge: readonly (number | null)[];
  readonly shortfall: Terms;
  readonly cost: Terms;
}

type Columns = readonly (number | null)[];

export function referenceCar(
  program: Program,
  problem: Problem,
  vehicle: Vehicle,
  hairKw: number,
): ReferenceCar {
  const limits = problem.slots.map((_, t) => mostKw(problem, vehicle, t));
  const charge = limits.map((kw) => (kw > 0 ? program.column(0, kw) : null));
  const discharge = problem.slots.map(({ importPrice }, t) => {
    const kw = isHere(vehicle, t) && importPrice >= 0 ? (vehicle.discharge?.maxKw ?? 0) : 0;
    return kw > 0 ? program.column(0, kw) : null;
  });
  const leastKw = Math.max(vehicle.minKw ?? 0, hairKw);
  const isOnOff = needsOnOff(problem, vehicle);
  const on = isOnOff ? onOff(program, vehicle, leastKw, { charge, discharge, limits }) : [];
  const starts = startsOf(program, problem, vehicle, on);
  const battery = (until: number) => batteryTerms(problem, vehicle, { charge, discharge }, until);
  batteryLimits(program, problem, vehicle, battery);
  const wear = vehicle.discharge?.wearNokPerKwh ?? 0;
  return {
    charge,
    discharge,
    shortfall: shortfalls(program, problem, vehicle, battery),
    cost: [
      ...starts.map((start) => [start, problem.startPenaltyNok ?? 0] as const),
      ...discharge.flatMap((column, t) =>
        column === null ? [] : [[column, (wear * (problem.slots[t]?.minutes ?? 0)) / 60] as const],
      ),
    ],
  };
}

function isHere({ arriveSlot, departSlot }: Vehicle, t: number): boolean {
  return t >= arriveSlot && t < departSlot;
}

function mostKw({ slots, vehicles, fuseKw }: Problem, vehicle: Vehicle, t: number): number {
  const { baseLoadKw = 0, solarKw = 0 } = slots[t] ?? {};
  const couldBeFed = vehicles.some(({ discharge }) => discharge);
  const free = fuseKw === undefined || couldBeFed ? Number.POSITIVE_INFINITY : fuseKw - baseLoadKw + solarKw;
  const most = Math.min(vehicle.maxKw, vehicle.slotMaxKw?.[t] ?? vehicle.maxKw, free);
  return isHere(vehicle, t) && most >= (vehicle.minKw ?? 0) ? Math.max(0, most) : 0;
}

function needsOnOff({ startPenaltyNok = 0 }: Problem, { minKw = 0, oneBlock, discharge }: Vehicle): boolean {
  return minKw > 0 || startPenaltyNok > 0 || oneBlock === true || discharge !== undefined;
}

/** Binaries where on and off matter: least power, starts, one block, or a battery that both takes and gives. */
function onOff(
  program: Program,
  { discharge: feeds }: Vehicle,
  leastKw: number,
  { charge, discharge, limits }: { charge: Columns; discharge: Columns; limits: readonly number[] },
): Columns {
  return charge.map((x, t) => {
    if (x === null) return null;
    const y = program.binary();
    program.atMost(pair(x, y, -(limits[t] ?? 0)), 0);
    program.atLeast(pair(x, y, -leastKw), 0);
    const d = discharge[t] ?? null;
    const most = feeds?.maxKw ?? 0;
    if (d !== null) program.atMost(pair(d, y, most), most);
    return y;
  });
}

/** A column for each slot in which charging may begin. */
function startsOf(
  program: Program,
  { startPenaltyNok = 0 }: Problem,
  { oneBlock = false }: Vehicle,
  on: Columns,
): number[] {
  if (startPenaltyNok === 0 && !oneBlock) return [];
  const starts = on.flatMap((y, t) => {
    if (y === null) return [];
    const before = on[t - 1] ?? null;
    const start = program.column(0, 1);
    program.atLeast([...pair(start, y, -1), ...(before === null ? [] : [[before, 1] as const])], 0);
    return [start];
  });
  if (oneBlock)
    program.atMost(
      starts.map((start) => [start, 1] as const),
      1,
    );
  return starts;
}

/** Battery kWh gained before slot `until`. */
function batteryTerms(
  { slots }: Problem,
  { efficiency, discharge: feeds }: Vehicle,
  { charge, discharge }: { charge: Columns; discharge: Columns },
  until: number,
): Terms {
  return slots.slice(0, until).flatMap(({ minutes }, t) => {
    const [x, d] = [charge[t] ?? null, discharge[t] ?? null];
    return [
      ...(x === null ? [] : [[x, (efficiency * minutes) / 60] as const]),
      ...(d === null ? [] : [[d, -minutes / 60 / (feeds?.efficiency ?? 1)] as const]),
    ];
  });
}

function batteryLimits(
  program: Program,
  { slots }: Problem,
  { capacityKwh, soc, ceilingSoc = 1, discharge }: Vehicle,
  battery: (until: number) => Terms,
): void {
  const room = Math.max(0, ceilingSoc - soc) * capacityKwh;
  if (!discharge) {
    program.atMost(battery(slots.length), room);
    return;
  }
  const floor = Math.min(0, discharge.floorSoc - soc) * capacityKwh;
  for (const t of slots.keys()) program.row(floor, battery(t + 1), room);
}

/** kWh missing: at departure, under the reserve's ramp at its worst, and at each milestone. */
function shortfalls(
  program: Program,
  { slots }: Problem,
  vehicle: Vehicle,
  battery: (until: number) => Terms,
): Terms {
  const { capacityKwh, soc, targetSoc, minSoc = 0, efficiency, maxKw, milestones = [] } = vehicle;
  const reaches = (until: number, kwh: number, short: number) => {
    if (kwh > 0 || vehicle.discharge) program.atLeast([...battery(until), [short, 1]], kwh);
  };
  const missing = program.column(0, Number.POSITIVE_INFINITY);
  reaches(slots.length, (targetSoc - soc) * capacityKwh, missing);
  const worst = program.column(0, Number.POSITIVE_INFINITY);
  let rampKwh = 0;
  for (const [t, { minutes }] of slots.entries()) {
    if (isHere(vehicle, t)) rampKwh += (efficiency * maxKw * minutes) / 60;
    if (soc < minSoc) reaches(t + 1, Math.min(rampKwh, (minSoc - soc) * capacityKwh), worst);
  }
  const stones = milestones.map((stone) => {
    const short = program.column(0, Number.POSITIVE_INFINITY);
    reaches(stone.slot, (stone.soc - soc) * capacityKwh, short);
    return short;
  });
  return [missing, worst, ...stones].map((short) => [short, 1] as const);
}
