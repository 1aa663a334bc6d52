import type { Problem, Slot, Vehicle } from '../problem/problem.ts';

const HOUR_MINUTES = 60;
const SOC_STEP = 0.05;
const SPARE = 1e-9;

/** A wish that was another. */
export interface Change {
  readonly change: string;
  readonly changed: Problem;
}

/** What a driver could have wished otherwise: only what makes a difference to what is possible. `who` stands before each change. */
export function vehicleChanges(problem: Problem, v: number, starts: number, who: string): Change[] {
  const vehicle = problem.vehicles[v];
  if (!vehicle) return [];
  const { soc, targetSoc, minSoc = 0, ceilingSoc = 1, oneBlock = false, arriveSlot, departSlot } = vehicle;
  const earlier = slotsUntilAnHour(problem.slots.slice(arriveSlot, departSlot).reverse());
  const later = slotsUntilAnHour(problem.slots.slice(departSlot));
  const less = targetSoc - SOC_STEP;
  const more = targetSoc + SOC_STEP;
  const wishes: readonly (readonly [string, Partial<Vehicle> | null])[] = [
    ['ready one hour earlier', earlier === null ? null : { departSlot: departSlot - earlier }],
    ['ready one hour later', later === null ? null : { departSlot: departSlot + later }],
    ['5 % less in the battery', less < soc - SPARE ? null : { targetSoc: less }],
    [
      '5 % more in the battery',
      more > Math.min(1, ceilingSoc) + SPARE ? null : { targetSoc: Math.min(1, more) },
    ],
    ['in one unbroken block', starts < 2 || oneBlock ? null : { oneBlock: true }],
    ['no reserve', minSoc > soc ? { minSoc: 0 } : null],
  ];
  return wishes.flatMap(([change, wish]) =>
    wish === null
      ? []
      : [{ change: `${who}${change}`, changed: withVehicle(problem, v, { ...vehicle, ...wish }) }],
  );
}

/** How many of the slots make an hour; null where they do not come to one. */
function slotsUntilAnHour(slots: readonly Slot[]): number | null {
  let minutes = 0;
  for (const [i, slot] of slots.entries()) {
    minutes += slot.minutes;
    if (minutes >= HOUR_MINUTES) return i + 1;
  }
  return null;
}

function withVehicle(problem: Problem, v: number, vehicle: Vehicle): Problem {
  return { ...problem, vehicles: problem.vehicles.map((other, i) => (i === v ? vehicle : other)) };
}
