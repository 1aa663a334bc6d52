import type { Plan, Problem } from '../problem/problem.ts';
import { wallClockMs } from './draw-columns.ts';

const MINUTE_MS = 60_000;

/** A stretch of charging on the wall clock of the slots, ms as if it were UTC. */
export interface Block {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** A slot's time, and how much of it the car charges at full power. */
interface Use {
  readonly startMs: number;
  readonly endMs: number;
  readonly usedMs: number;
}

/** The plan's stretches of charging, to the minute; a slot used in part is charged next to its neighbour. */
export function blocksOf({ slots, vehicles: [{ maxKw }] }: Problem, { powerKw: [row = []] }: Plan): Block[] {
  const uses = row.flatMap((kw, t): Use[] => {
    const slot = slots[t];
    const usedMs = slot && kw > 0 ? Math.round((slot.minutes * kw) / maxKw) * MINUTE_MS : 0;
    if (!slot || usedMs === 0) return [];
    const startMs = wallClockMs(slot.start);
    return [{ startMs, endMs: startMs + slot.minutes * MINUTE_MS, usedMs }];
  });
  return neighbours(uses).map(toBlock);
}

function neighbours(uses: readonly Use[]): Use[][] {
  const stretches: Use[][] = [];
  for (const use of uses) {
    const last = stretches.at(-1);
    if (last && last.at(-1)?.endMs === use.startMs) last.push(use);
    else stretches.push([use]);
  }
  return stretches;
}

function toBlock(stretch: readonly Use[]): Block {
  const [first, ...rest] = stretch;
  const last = rest.at(-1);
  if (!first) return { fromMs: 0, untilMs: 0 };
  if (!last) return { fromMs: first.startMs, untilMs: first.startMs + first.usedMs };
  return { fromMs: first.endMs - first.usedMs, untilMs: last.startMs + last.usedMs };
}
