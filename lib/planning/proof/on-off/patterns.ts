import type { OnOffTask } from './task.ts';

/** Off, on; or, for one block, before, on, after. Where starts cost nothing there is one state only. */
export type State = 0 | 1 | 2;

/** The states that a task tells apart. */
export function statesOf({ startNok, oneBlock }: OnOffTask): readonly State[] {
  if (oneBlock) return [0, 1, 2];
  return startNok > 0 ? [0, 1] : [0];
}

/** Slots that are on, and from where to where that leads. */
export interface Pattern {
  readonly slots: readonly number[];
  readonly to: State;
  /** The states it can begin in, and what the starts then cost. */
  readonly entries: readonly { readonly from: State; readonly nok: number }[];
  /** Patterns of a stage with the same number buy the same, if in other slots. */
  readonly group: number;
}

const known = new WeakMap<Float64Array, Map<string, readonly Pattern[]>>();

/**
 * The patterns of on and off of some slots. Those that buy the same, and begin and end alike, are one: the first of them counts. The same
 * whatever the allowances, so a task with others of its own (but the very same slots) finds them made.
 */
export function patternsOf(task: OnOffTask, from: number, to: number): readonly Pattern[] {
  const made = known.get(task.mostKwh) ?? new Map<string, readonly Pattern[]>();
  known.set(task.mostKwh, made);
  const key = `${from}-${to}`;
  const patterns = made.get(key) ?? makePatterns(task, from, to);
  made.set(key, patterns);
  return patterns;
}

function makePatterns(task: OnOffTask, from: number, to: number): Pattern[] {
  const groups = new Map<string, number>();
  const patterns = new Map<string, Pattern>();
  for (const mask of masksOf(task, from, to)) {
    const slots = slotsOf(mask, from);
    const alike = slots
      .map((t) => kindOf(task, t))
      .sort()
      .join();
    const group = groups.get(alike) ?? groups.size;
    groups.set(alike, group);
    for (const way of waysThrough(mask, to - from, task)) {
      const key = `${group}|${way.to}|${way.entries.map((entry) => `${entry.from}:${entry.nok}`)}`;
      if (!patterns.has(key)) patterns.set(key, { ...way, slots, group });
    }
  }
  return [...patterns.values()].sort((a, b) => a.group - b.group || a.to - b.to);
}

/** Slots with the same can stand for each other. */
function kindOf({ leastKwh, mostKwh, price, cheapPrice, cheapKwh }: OnOffTask, t: number): string {
  return `${leastKwh[t]}|${mostKwh[t]}|${price[t]}|${cheapPrice[t]}|${cheapKwh[t]}`;
}

/** Patterns of on and off, the first slot in the lowest bit; those that take the preferred slots first. */
function masksOf({ mostKwh, must, late }: OnOffTask, from: number, to: number): number[] {
  let [can, has] = [0, 0];
  for (let t = from; t < to; t += 1) {
    if ((mostKwh[t] as number) > 0) can |= 1 << (t - from);
    if (must[t] === 1) has |= 1 << (t - from);
  }
  const masks = Array.from({ length: 1 << (to - from) }, (_, mask) => mask);
  const possible = masks.filter((mask) => (mask & ~can) === 0 && (has & ~mask) === 0);
  // Off stays first; of the others those with the last slots.
  return late ? possible.sort((a, b) => (a === 0 ? -1 : b === 0 ? 1 : b - a)) : possible;
}

/** The slots that are on in a pattern, whose lowest bit is slot `from`. */
function slotsOf(mask: number, from: number): number[] {
  const slots: number[] = [];
  for (let t = from, left = mask; left > 0; t += 1, left >>= 1) if (left & 1) slots.push(t);
  return slots;
}

/** How a pattern of on and off (first slot in the lowest bit) leads from state to state. */
function waysThrough(
  mask: number,
  length: number,
  { startNok, oneBlock }: OnOffTask,
): Pick<Pattern, 'to' | 'entries'>[] {
  if (oneBlock) return waysOfBlock(mask, length, startNok);
  if (startNok <= 0) return [{ to: 0, entries: [{ from: 0, nok: 0 }] }];
  const starts = startsOf(mask);
  return [
    {
      to: lastOf(mask, length),
      entries: [
        { from: 0, nok: startNok * starts },
        { from: 1, nok: startNok * (starts - (mask & 1)) },
      ],
    },
  ];
}

function waysOfBlock(mask: number, length: number, startNok: number): Pick<Pattern, 'to' | 'entries'>[] {
  if (startsOf(mask) > 1) return [];
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
  return [{ to: lastOf(mask, length) ? 1 : 2, entries: [{ from: 0, nok: startNok }, ...going] }];
}

function lastOf(mask: number, length: number): 0 | 1 {
  return (mask >> (length - 1)) & 1 ? 1 : 0;
}

function startsOf(mask: number): number {
  let count = 0;
  for (let left = mask & ~(mask << 1); left > 0; left &= left - 1) count += 1;
  return count;
}
