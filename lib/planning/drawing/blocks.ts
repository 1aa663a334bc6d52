import type { Slot, Vehicle } from '../problem/problem.ts';
import { wallClockMs } from './draw-columns.ts';

const MINUTE_MS = 60_000;
/** From this share of full power on a slot is full. */
const FULL = 0.99;
/** A block of less than this share is told with its power: its ends are rounded to the minute, which is not its power. */
const TOLD = 0.97;
/** As starts are counted: a hair of power holds a car on. */
const NONE_KW = 1e-6;

/** A stretch of charging (or of feeding the house) on the wall clock of the slots, ms as if it were UTC. */
export interface Block {
  readonly fromMs: number;
  readonly untilMs: number;
  /** Mean power, where it is not the car's full one; else null. */
  readonly kw: number | null;
}

/** A slot's time, and its power. */
interface Use {
  readonly startMs: number;
  readonly minutes: number;
  readonly share: number;
}

/**
 * One car's stretches of charging, to the minute: a slot used in part is charged next to its full neighbour. A car that has a least power
 * charges slowly instead, all the slot.
 */
export function blocksOf(
  { maxKw, minKw = 0 }: Vehicle,
  slots: readonly Slot[],
  row: readonly number[],
): Block[] {
  const blocks = stretches(slots, row, (kw) => kw > NONE_KW, maxKw).map((uses) => {
    const kw = maxKw * meanShare(uses);
    if (minKw > 0) return { ...span(uses), kw: kw < TOLD * maxKw ? kw : null };
    const { fromMs, untilMs } = trimmed(uses);
    const share =
      (meanShare(uses) * (span(uses).untilMs - span(uses).fromMs)) / Math.max(1, untilMs - fromMs);
    return { fromMs, untilMs, kw: share < TOLD ? maxKw * share : null };
  });
  return blocks.filter(({ fromMs, untilMs }) => untilMs > fromMs);
}

/** The stretches in which a car feeds the house, in whole slots. */
export function givingBlocks(slots: readonly Slot[], row: readonly number[]): Block[] {
  return stretches(slots, row, (kw) => kw < -NONE_KW, 1).map((uses) => ({ ...span(uses), kw: null }));
}

function stretches(
  slots: readonly Slot[],
  row: readonly number[],
  isIn: (kw: number) => boolean,
  maxKw: number,
): Use[][] {
  const found: Use[][] = [];
  for (const [t, { start, minutes }] of slots.entries()) {
    if (!isIn(row[t] ?? 0)) continue;
    const use = { startMs: wallClockMs(start), minutes, share: (row[t] ?? 0) / maxKw };
    if (t > 0 && isIn(row[t - 1] ?? 0)) found.at(-1)?.push(use);
    else found.push([use]);
  }
  return found;
}

function span(uses: readonly Use[]): { readonly fromMs: number; readonly untilMs: number } {
  const [first, last] = [uses[0], uses.at(-1)];
  return { fromMs: first?.startMs ?? 0, untilMs: (last?.startMs ?? 0) + (last?.minutes ?? 0) * MINUTE_MS };
}

/** A part slot that begins or ends a stretch is full power for less time, to the minute, where its neighbour is full. */
function trimmed(uses: readonly Use[]): { readonly fromMs: number; readonly untilMs: number } {
  const { fromMs, untilMs } = span(uses);
  const idleMs = (use: Use | undefined, neighbour: Use | undefined) =>
    use && (neighbour?.share ?? 1) > FULL ? Math.round(use.minutes * (1 - use.share)) * MINUTE_MS : 0;
  if (uses.length === 1) return { fromMs, untilMs: untilMs - idleMs(uses[0], undefined) };
  return {
    fromMs: fromMs + idleMs(uses[0], uses[1]),
    untilMs: untilMs - idleMs(uses.at(-1), uses.at(-2)),
  };
}

function meanShare(uses: readonly Use[]): number {
  const minutes = uses.reduce((sum, use) => sum + use.minutes, 0);
  return uses.reduce((sum, use) => sum + use.share * use.minutes, 0) / minutes;
}
