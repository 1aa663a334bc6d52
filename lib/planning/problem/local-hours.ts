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
  let [hour, hourText, offset] = [-1, '', ''];
  for (let t = 0; t < slots.length; t += 1) {
    const { start = '' } = slots[t] ?? {};
    // Most slots are of the hour of the one before.
    if (hour < 0 || !start.startsWith(hourText) || !start.endsWith(offset)) {
      hourText = start.slice(0, 13);
      offset = start.endsWith('Z') ? 'Z' : start.slice(-6);
      hour = numberOf(hours, hourText + offset);
      dayOfHour[hour] = numberOf(days, start.slice(0, 10));
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
