import type { OnOffTask } from './task.ts';

/** Slots whose least energy is just what their allowance leaves must not be lost to rounding (or to a margin). */
const HAIR_KWH = 2e-7;

/** Energy at a price, and the slots it is bought in, first to last. */
interface Segment {
  readonly kwh: number;
  readonly price: number;
  readonly parts: readonly Part[];
}

interface Part {
  readonly slot: number;
  readonly kwh: number;
}

/** What slots that are on can buy together. */
export interface Purchase {
  /** The least energy of those slots, and its cost. */
  readonly leastKwh: number;
  readonly leastNok: number;
  /** What more can be had, in ascending order of price. */
  readonly segments: readonly Segment[];
}

interface Offer {
  readonly slot: number;
  readonly kwh: number;
  readonly price: number;
  readonly dear: boolean;
}

/** The least energy of these slots, and what more can be had at which price, the dear part within its allowance. Null: too much already. */
export function purchaseOf(task: OnOffTask, slots: readonly number[], dearKwh: number): Purchase | null {
  let [leastKwh, leastNok, dearLeft] = [0, 0, dearKwh];
  const offers: Offer[] = [];
  for (const t of task.late ? slots.toReversed() : slots) {
    const [least, most] = [task.leastKwh[t] as number, task.mostKwh[t] as number];
    const cheap = Math.min(task.cheapKwh[t] as number, most);
    const [cheapPrice, price] = [task.cheapPrice[t] as number, task.price[t] as number];
    const cheapLeast = Math.min(least, cheap);
    leastKwh += least;
    leastNok += cheapPrice * cheapLeast + price * (least - cheapLeast);
    dearLeft -= least - cheapLeast;
    if (cheap > cheapLeast) offers.push({ kwh: cheap - cheapLeast, price: cheapPrice, slot: t, dear: false });
    const dear = most - Math.max(least, cheap);
    if (dear > 0) offers.push({ kwh: dear, price, slot: t, dear: true });
  }
  if (dearLeft < -HAIR_KWH) return null;
  if (offers.length > 1) offers.sort((a, b) => a.price - b.price);
  return { leastKwh, leastNok, segments: withinAllowance(offers, Math.max(0, dearLeft)) };
}

/** Off: nothing, or what the battery gives, which is charging undone. Where an hour is shared nothing is given: that is not looked at here. */
export function purchasedNothing({ giveKwh, givePrice }: OnOffTask, from: number, to: number): Purchase {
  const [kwh, price] = [to === from + 1 ? (giveKwh[from] as number) : 0, givePrice[from] as number];
  const segments = kwh > 0 ? [{ kwh, price, parts: [{ slot: from, kwh }] }] : [];
  return { leastKwh: -kwh + 0, leastNok: -kwh * price + 0, segments };
}

function withinAllowance(offers: readonly Offer[], dearKwh: number): Segment[] {
  let left = dearKwh;
  const kept: { kwh: number; price: number; parts: Part[] }[] = [];
  for (const { kwh, price, slot, dear } of offers) {
    const taken = dear ? Math.min(kwh, left) : kwh;
    if (dear) left -= taken;
    if (taken <= 0) continue;
    const last = kept.at(-1);
    if (last?.price === price) {
      last.kwh += taken;
      last.parts.push({ slot, kwh: taken });
    } else kept.push({ kwh: taken, price, parts: [{ slot, kwh: taken }] });
  }
  return kept;
}
