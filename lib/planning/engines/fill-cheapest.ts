import { type OpenSlot, spreadAtOnePrice } from './even-prices.ts';

export interface PricedSlot extends OpenSlot {
  /** NOK per grid kWh. */
  readonly price: number;
}

/** Less than this is nothing, kWh. */
const TINY_KWH = 1e-9;

/**
 * Adds `wantedKwh` to `kwh`, the cheapest slots first; where slots cost the same, in as few blocks as can be, then early (or late). What a
 * slot has in `kwh` beyond what earlier calls could put into cheaper pieces of it counts as filled. Returns what went in.
 */
export function fillCheapest(
  kwh: number[],
  slots: readonly PricedSlot[],
  wantedKwh: number,
  prefer: 'early' | 'late',
): number {
  let left = wantedKwh;
  for (const level of priceLevels(stillOpen(kwh, slots))) {
    if (left <= TINY_KWH) break;
    const levelKwh = level.reduce((sum, slot) => sum + slot.kwh, 0);
    if (levelKwh > left) spread(kwh, level, left, prefer);
    else for (const slot of level) kwh[slot.t] = (kwh[slot.t] ?? 0) + slot.kwh;
    left -= Math.min(left, levelKwh);
  }
  return wantedKwh - left;
}

/** The pieces of slots that are not taken yet; of one slot the cheaper piece, which comes first, is taken first. */
function stillOpen(kwh: readonly number[], slots: readonly PricedSlot[]): PricedSlot[] {
  const open: PricedSlot[] = [];
  let [slot, taken] = [-1, 0];
  for (const piece of slots) {
    if (piece.t !== slot) [slot, taken] = [piece.t, kwh[piece.t] ?? 0];
    const rest = piece.kwh - taken;
    taken = Math.max(0, taken - piece.kwh);
    if (rest >= piece.kwh) open.push(piece);
    else if (rest > TINY_KWH) open.push({ ...piece, kwh: rest });
  }
  return open;
}

/** The slots of each price, cheapest price first, earliest slot first. */
function priceLevels(slots: readonly PricedSlot[]): PricedSlot[][] {
  const sorted = slots.toSorted((a, b) => a.price - b.price || a.t - b.t);
  const levels: PricedSlot[][] = [];
  for (const slot of sorted) {
    const level = levels.at(-1);
    if (level?.[0]?.price === slot.price) level.push(slot);
    else levels.push([slot]);
  }
  return levels;
}

function spread(
  kwh: number[],
  level: readonly PricedSlot[],
  wantedKwh: number,
  prefer: 'early' | 'late',
): void {
  if (prefer === 'early') {
    spreadAtOnePrice(kwh, level, wantedKwh);
    return;
  }
  // Late is early in a mirror.
  const last = kwh.length - 1;
  const mirrored = kwh.toReversed();
  const slots = level.map((slot) => ({ ...slot, t: last - slot.t })).reverse();
  spreadAtOnePrice(mirrored, slots, wantedKwh);
  for (const [t, amount] of mirrored.entries()) kwh[last - t] = amount;
}
