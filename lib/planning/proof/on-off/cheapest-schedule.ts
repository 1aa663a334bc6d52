import type { CostToGo } from './cost-to-go.ts';
import type { State } from './patterns.ts';
import type { Pieces } from './pieces.ts';
import { type Purchase, purchasedNothing, purchaseOf } from './purchase.ts';
import type { Move, Stage } from './stages.ts';
import type { OnOffTask } from './task.ts';

export interface Schedule {
  /** Energy of each slot, kWh; below 0 what the battery gives, as the charging that it undoes. */
  readonly kwh: Float64Array;
  /** Slots that are on, be it with nothing. */
  readonly on: Uint8Array;
}

/** The schedule that costs what `toGo` says: forwards, each stage's move the one that leaves least to pay. Null where there is none. */
export function cheapestSchedule(task: OnOffTask, stages: readonly Stage[], toGo: CostToGo): Schedule | null {
  const kwh = new Float64Array(task.mostKwh.length);
  const on = new Uint8Array(task.mostKwh.length);
  let energy = 0;
  let state: State = 0;
  for (const [k, stage] of stages.entries()) {
    const best = bestMove(stage.moves, toGo[k + 1] ?? [], state, energy);
    if (!best) return null;
    spend(task, stage, best.move.slots, best.energy - energy, kwh, on);
    energy = best.energy;
    state = best.move.to;
  }
  return { kwh, on };
}

function bestMove(moves: readonly Move[], after: readonly Pieces[], state: State, energy: number) {
  let best: { move: Move; energy: number; nok: number } | null = null;
  for (const move of moves) {
    const entry = move.entries.find(({ from }) => from === state);
    if (!entry) continue;
    const next = after[move.to] as Pieces;
    for (const end of endsOf(move.purchase, next, energy)) {
      const nok = entry.nok + costOf(move.purchase, end - energy) + next.at(end);
      if (nok < (best?.nok ?? Number.POSITIVE_INFINITY)) best = { move, energy: end, nok };
    }
  }
  return best;
}

/** Where the least lies: at a bend of the price or of what is to pay after. */
function endsOf({ leastKwh, segments }: Purchase, next: Pieces, energy: number): number[] {
  let end = energy + leastKwh;
  const ends = [end];
  for (const { kwh } of segments) {
    end += kwh;
    ends.push(end);
  }
  for (let i = 0; i < next.count; i += 1) {
    for (const bend of [next.from[i] as number, next.to[i] as number]) {
      if (bend > (ends[0] as number) && bend < end) ends.push(bend);
    }
  }
  return ends;
}

function costOf({ leastKwh, leastNok, segments }: Purchase, kwh: number): number {
  let [left, nok] = [kwh - leastKwh, leastNok];
  for (const segment of segments) {
    const part = Math.min(Math.max(0, left), segment.kwh);
    nok += part * segment.price;
    left -= part;
  }
  return nok;
}

function spend(
  task: OnOffTask,
  { from, to, dearKwh }: Stage,
  slots: readonly number[],
  total: number,
  kwh: Float64Array,
  on: Uint8Array,
): void {
  const bought = slots.length === 0 ? purchasedNothing(task, from, to) : purchaseOf(task, slots, dearKwh);
  const parts = bought?.segments.flatMap((segment) => segment.parts) ?? [];
  // Off, a battery that gives all it may is charged by what it does not give.
  if (slots.length === 0) for (const part of parts) kwh[part.slot] = -part.kwh;
  for (const t of slots) {
    kwh[t] = task.leastKwh[t] as number;
    on[t] = 1;
  }
  let left = total - (bought?.leastKwh ?? 0);
  for (const part of parts) {
    const taken = Math.min(Math.max(0, left), part.kwh);
    kwh[part.slot] = (kwh[part.slot] as number) + taken;
    left -= taken;
  }
}
