import type { Slot } from '../../../lib/planning/index.ts';
import { isoLocal, parseIso } from '../../../lib/time/index.ts';

/** Consecutive slots on Oslo's clock from `start` (ISO 8601 with offset), one for each entry; hours at 1 NOK/kWh where nothing else is said. */
export function slotsFrom(start: string, entries: readonly Partial<Omit<Slot, 'start'>>[]): Slot[] {
  let at = parseIso(start) ?? Number.NaN;
  return entries.map((entry) => {
    const slot: Slot = { start: isoLocal(at), minutes: 60, importPrice: 1, ...entry };
    at += slot.minutes * 60_000;
    return slot;
  });
}

export const quarter = { minutes: 15 } as const;
export const hour = { minutes: 60 } as const;
