import { type Instant, instant, QUARTER_MS } from '../time/oslo.ts';
import type { Quarter } from './quarters.ts';

/** A stretch of charging at one price. */
export interface Block {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly price: number | null;
}

/** The plan's windows, to the minute, cut where the price changes and at the edges of the picture. */
export function chargingBlocks(
  windows: readonly { readonly from: string; readonly until: string }[],
  quarters: readonly Quarter[],
): Block[] {
  const blocks: Block[] = [];
  for (const window of windows) {
    for (const { startAt, price } of quarters) {
      const fromAt = Math.max(startAt, instant(window.from));
      const untilAt = Math.min(startAt + QUARTER_MS, instant(window.until));
      if (fromAt < untilAt) append(blocks, { fromAt, untilAt, price });
    }
  }
  return blocks;
}

/** Neighbours of one price are painted as one: no seams between quarters. */
function append(blocks: Block[], block: Block): void {
  const last = blocks.at(-1);
  if (last && last.untilAt === block.fromAt && last.price === block.price) {
    blocks[blocks.length - 1] = { ...last, untilAt: block.untilAt };
  } else {
    blocks.push(block);
  }
}
