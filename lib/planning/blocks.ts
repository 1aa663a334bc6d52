import { wallClockMs } from './draw-columns.ts';
import type { Plan, Problem } from './problem.ts';

const MINUTE_MS = 60_000;

/** A stretch of charging at full power on the wall clock of the slots, ms as if it were UTC. */
export interface Block {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The plan's stretches of charging, to the minute; a slot used in part is charged next to its neighbour. */
export function blocksOf({ slots, vehicles: [{ maxKw }] }: Problem, { powerKw: [row = []] }: Plan): Block[] {
  const found: Block[] = [];
  for (const [t, { start, minutes }] of slots.entries()) {
    const usedMs = Math.round((minutes * (row[t] ?? 0)) / maxKw) * MINUTE_MS;
    if (!(usedMs > 0)) continue;
    const startMs = wallClockMs(start);
    const spareMs = minutes * MINUTE_MS - usedMs;
    const goesOn = (row[t - 1] ?? 0) > 0;
    if (goesOn && found.length > 0) {
      const before = found.pop();
      found.push({ fromMs: before?.fromMs ?? startMs, untilMs: startMs + usedMs });
    } else {
      const fromMs = startMs + ((row[t + 1] ?? 0) > 0 ? spareMs : 0);
      found.push({ fromMs, untilMs: fromMs + usedMs });
    }
  }
  return found;
}
