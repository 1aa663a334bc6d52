import type { OnOffTask } from './task.ts';

/** Slots whose least energy is just what their allowance leaves must not be lost to rounding (or to a margin). */
const HAIR_KWH = 2e-7;

/** Off, on; or, for one block, before, on, after. */
export type State = 0 | 1 | 2;

/** Energy at a price; a move's segments are in ascending order of price. */
interface Segment {
  readonly kwh: number;
  readonly price: number;
  /** Slot it belongs to. */
  readonly slot: number;
}

/** One way through a stage: which slots are on. */
export interface Move {
  readonly to: State;
  /** The states it can begin in, and what the starts then cost. */
  readonly entries: readonly { readonly from: State; readonly nok: number }[];
  /** Slots that are on. */
  readonly slots: readonly number[];
  /** The least energy of those slots, and its cost. */
  readonly leastKwh: number;
  readonly leastNok: number;
  readonly segments: readonly Segment[];
}

/** A slot, or the slots of a clock hour whose allowance binds. */
export interface Stage {
  readonly from: number;
  readonly to: number;
  readonly moves: readonly Move[];
}

/** The task cut into stages that share nothing but energy and state. */
export function stagesOf(task: OnOffTask): Stage[] {
  const stages: Stage[] = [];
  const count = task.mostKwh.length;
  for (let from = 0; from < count; ) {
    const shared = task.allowances.find((allowance) => allowance.from === from && binds(task, allowance));
    const to = shared?.to ?? from + 1;
    stages.push({ from, to, moves: movesOf(task, from, to, shared?.kwh ?? Number.POSITIVE_INFINITY) });
    from = to;
  }
  return stages;
}

function binds(
  { mostKwh, cheapKwh }: OnOffTask,
  { from, to, kwh }: { from: number; to: number; kwh: number },
) {
  let dear = 0;
  for (let t = from; t < to; t += 1) dear += Math.max(0, (mostKwh[t] as number) - (cheapKwh[t] as number));
  return dear > kwh;
}

function movesOf(task: OnOffTask, from: number, to: number, dearKwh: number): Move[] {
  const masks = Array.from({ length: 1 << (to - from) }, (_, mask) => mask);
  return masks.flatMap((mask) => {
    const slots = slotsOf(mask, from);
    if (slots.some((t) => (task.mostKwh[t] as number) <= 0)) return [];
    const bought = slots.length === 0 ? givenIn(task, from, to) : purchaseOf(task, slots, dearKwh);
    if (!bought) return [];
    return waysThrough(mask, to - from, task).map((way) => ({ ...way, ...bought, slots }));
  });
}

/** The slots that are on in a pattern, whose lowest bit is slot `from`. */
function slotsOf(mask: number, from: number): number[] {
  const slots: number[] = [];
  for (let t = from, left = mask; left > 0; t += 1, left >>= 1) if (left & 1) slots.push(t);
  return slots;
}

/** Off: nothing, or what the battery gives, which is charging undone. Where an hour is shared nothing is given: that is not looked at here. */
function givenIn({ giveKwh, givePrice }: OnOffTask, from: number, to: number) {
  const [kwh, price] = [to === from + 1 ? (giveKwh[from] as number) : 0, givePrice[from] as number];
  const segments: Segment[] = kwh > 0 ? [{ kwh, price, slot: from }] : [];
  return { leastKwh: -kwh, leastNok: -kwh * price, segments };
}

/** The least energy of these slots, and what more can be had at which price, the dear part within its allowance. */
function purchaseOf(task: OnOffTask, slots: readonly number[], dearKwh: number) {
  let [leastKwh, leastNok, dearLeft] = [0, 0, dearKwh];
  const segments: (Segment & { dear: boolean })[] = [];
  for (const t of slots) {
    const [least, most] = [task.leastKwh[t] as number, task.mostKwh[t] as number];
    const cheap = Math.min(task.cheapKwh[t] as number, most);
    const [cheapPrice, price] = [task.cheapPrice[t] as number, task.price[t] as number];
    const cheapLeast = Math.min(least, cheap);
    leastKwh += least;
    leastNok += cheapPrice * cheapLeast + price * (least - cheapLeast);
    dearLeft -= least - cheapLeast;
    segments.push({ kwh: cheap - cheapLeast, price: cheapPrice, slot: t, dear: false });
    segments.push({ kwh: most - Math.max(least, cheap), price, slot: t, dear: true });
  }
  if (dearLeft < -HAIR_KWH) return null;
  const within = segments.filter(({ kwh }) => kwh > 0).sort((a, b) => a.price - b.price);
  return { leastKwh, leastNok, segments: withinAllowance(within, Math.max(0, dearLeft)) };
}

function withinAllowance(segments: readonly (Segment & { dear: boolean })[], dearKwh: number): Segment[] {
  let left = dearKwh;
  const kept: Segment[] = [];
  for (const { kwh, price, slot, dear } of segments) {
    const taken = dear ? Math.min(kwh, left) : kwh;
    if (dear) left -= taken;
    if (taken > 0) kept.push({ kwh: taken, price, slot });
  }
  return kept;
}

/** How a pattern of on and off (first slot in the lowest bit) leads from state to state. */
function waysThrough(
  mask: number,
  length: number,
  { startNok, oneBlock }: OnOffTask,
): Pick<Move, 'to' | 'entries'>[] {
  const rises = mask & ~(mask << 1);
  const lastOn = (mask >> (length - 1)) & 1 ? 1 : 0;
  const starts = bitCount(rises);
  if (!oneBlock) {
    return [
      {
        to: lastOn,
        entries: [
          { from: 0, nok: startNok * starts },
          { from: 1, nok: startNok * (starts - (mask & 1)) },
        ],
      },
    ];
  }
  if (starts > 1) return [];
  if (mask === 0)
    return [
      { to: 0, entries: [{ from: 0, nok: 0 }] },
      {
        to: 2,
        entries: [
          { from: 1, nok: 0 },
          { from: 2, nok: 0 },
        ],
      },
    ];
  const going = mask & 1 ? [{ from: 1 as State, nok: 0 }] : [];
  return [{ to: lastOn ? 1 : 2, entries: [{ from: 0, nok: startNok }, ...going] }];
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count += 1;
  return count;
}
