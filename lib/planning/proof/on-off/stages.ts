import { type Pattern, patternsOf } from './patterns.ts';
import { type Purchase, purchasedNothing, purchaseOf } from './purchase.ts';
import type { Allowance, OnOffTask } from './task.ts';

/** One way through a stage: which slots are on, and what they buy. */
export interface Move extends Pattern {
  /** Of moves of the same group it is one, in whichever slots. */
  readonly purchase: Purchase;
}

/** A slot, or the slots of a clock hour whose allowance binds. */
export interface Stage {
  readonly from: number;
  readonly to: number;
  /** What may be bought at the dear price, kWh. */
  readonly dearKwh: number;
  /** Those of the same group and end follow each other. */
  readonly moves: readonly Move[];
}

/** The task cut into stages that share nothing but energy and state. */
export function stagesOf(task: OnOffTask): Stage[] {
  const shared = new Map(
    task.allowances.flatMap((each) => (binds(task, each) ? [[each.from, each] as const] : [])),
  );
  const stages: Stage[] = [];
  const count = task.mostKwh.length;
  for (let from = 0; from < count; ) {
    const { to = from + 1, kwh: dearKwh = Number.POSITIVE_INFINITY } = shared.get(from) ?? {};
    stages.push({ from, to, dearKwh, moves: movesOf(task, from, to, dearKwh) });
    from = to;
  }
  return stages;
}

function binds({ mostKwh, cheapKwh }: OnOffTask, { from, to, kwh }: Allowance): boolean {
  let dear = 0;
  for (let t = from; t < to; t += 1) dear += Math.max(0, (mostKwh[t] as number) - (cheapKwh[t] as number));
  return dear > kwh;
}

function movesOf(task: OnOffTask, from: number, to: number, dearKwh: number): Move[] {
  const moves: Move[] = [];
  let [group, purchase]: [number, Purchase | null] = [-1, null];
  for (const pattern of patternsOf(task, from, to)) {
    if (pattern.group !== group) {
      const { slots } = pattern;
      purchase = slots.length === 0 ? purchasedNothing(task, from, to) : purchaseOf(task, slots, dearKwh);
      group = pattern.group;
    }
    if (purchase) moves.push({ ...pattern, purchase });
  }
  return moves;
}
