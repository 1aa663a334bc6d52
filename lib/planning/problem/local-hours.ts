import { toldTime } from '../../time/index.ts';
import type { Slot } from './problem.ts';

/** Which clock hour each slot belongs to, and which local day each of these, both counted from 0. */
export interface LocalHours {
  readonly hourOfSlot: Int32Array;
  readonly dayOfHour: Int32Array;
  readonly dayCount: number;
}

/** By what the slots' `start` shows. An hour goes with its offset: the autumn hour that comes twice is two hours. */
export function localHours(slots: readonly Slot[]): LocalHours {
  const hourOfSlot = new Int32Array(slots.length);
  const hours = new Map<string, number>();
  const days = new Map<string, number>();
  const dayOfHour: number[] = [];
  let [hour, hourText] = [-1, ''];
  for (let t = 0; t < slots.length; t += 1) {
    const told = toldTime(slots[t]?.start ?? '');
    // Most slots are of the hour of the one before.
    if (hour < 0 || told.hour !== hourText) {
      hourText = told.hour;
      hour = numberOf(hours, hourText);
      dayOfHour[hour] = numberOf(days, told.day);
    }
    hourOfSlot[t] = hour;
  }
  return { hourOfSlot, dayOfHour: Int32Array.from(dayOfHour), dayCount: days.size };
}

/** The keys' numbers, counted from 0 in the order they come. */
function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
