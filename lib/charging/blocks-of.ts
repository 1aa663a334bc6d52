/** Slots from one to before another. */
export interface Block {
  readonly from: number;
  readonly until: number;
}

/** Powers below this are rounding, kW. */
const noKw = 1e-6;

/** The stretches of slots in which a car charges. */
export function blocksOf(row: readonly number[]): Block[] {
  const blocks: { from: number; until: number }[] = [];
  for (const [t, kw] of row.entries()) {
    if (kw <= noKw) continue;
    const last = blocks.at(-1);
    if (last?.until === t) last.until = t + 1;
    else blocks.push({ from: t, until: t + 1 });
  }
  return blocks;
}
