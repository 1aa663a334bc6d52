import type { Budget } from '../budget.ts';
import { afterBuying } from './after-buying.ts';
import { lowerOf } from './lower-of.ts';
import { type State, statesOf } from './patterns.ts';
import { Pieces } from './pieces.ts';
import { leastAt } from './potentials.ts';
import type { Move, Stage } from './stages.ts';
import type { Goal, OnOffTask } from './task.ts';
import { thinned } from './thinned.ts';
import type { Potential } from './worth-of-energy.ts';

/** Rounding that the cutting forgives, NOK and kWh. */
const HAIR = 1e-8;
/** What a piece costs to look at, units. */
const PIECE_UNITS = 0.4;

/** [stage][state]: the least still to pay from each energy on. */
export type CostToGo = readonly (readonly Pieces[])[];

export interface ToGoOptions {
  /** Schedules that cost more are of no interest. */
  readonly mostNok: number;
  readonly budget: Budget;
  /** Of each function only so many pieces are kept: what is found can be done, but need not be the cheapest. */
  readonly mostPieces?: number;
}

/**
 * From the last slot backwards: what is still to pay from each energy and state on, exactly. Wherever that and the least cost until
 * there (the potential) exceed `mostNok`, no schedule of at most that cost passes, and the function ends.
 */
export function costToGo(
  task: OnOffTask,
  stages: readonly Stage[],
  potential: Potential,
  options: ToGoOptions,
): CostToGo {
  const { mostNok, mostPieces = Number.POSITIVE_INFINITY } = options;
  const goalsAt = (slot: number) => task.goals.filter((goal) => goal.slot === slot);
  const ranges = rangesOf(task);
  const end = task.mostKwh.length;
  const last = withGoals(Pieces.of(task.floorKwh, task.roomKwh, 0, 0), goalsAt(end));
  let after = statesOf(task).map(() => last);
  const toGo = [after];
  for (let k = stages.length - 1; k >= 0; k -= 1) {
    const stage = stages[k] as Stage;
    const reached = potential.reached[k] as Float64Array;
    const limit = (from: State) => mostNok - (reached[from] as number);
    const before = throughStage(stage, after, limit, potential.worth, options.budget);
    const goals = goalsAt(stage.from);
    const range = ranges[stage.from] as Range;
    after = before.map((f, from) => {
      const kept = cut(withGoals(f, goals), range, potential.worth, limit(from as State));
      return kept.count > mostPieces ? thinned(kept, mostPieces, potential.worth) : kept;
    });
    toGo.push(after);
  }
  return toGo.reverse();
}

/** Energies that the battery can have at a slot. */
interface Range {
  readonly least: number;
  readonly most: number;
}

function rangesOf({ mostKwh, floorKwh, roomKwh }: OnOffTask): Range[] {
  const ranges: Range[] = [];
  let reach = HAIR;
  for (let t = 0; t < mostKwh.length; t += 1) {
    ranges.push({ least: floorKwh, most: Math.min(roomKwh, reach) });
    reach += mostKwh[t] as number;
  }
  return ranges;
}

/** The cheapest of all moves. A move that cannot be within `limit`, whatever the energy, is not worth looking at. */
function throughStage(
  { moves }: Stage,
  after: readonly Pieces[],
  limit: (from: State) => number,
  worth: number,
  budget: Budget,
): Pieces[] {
  const before = after.map(() => new Pieces());
  const lowest = after.map((f) => lowestOf(f, worth));
  let done: { readonly move: Move; readonly bought: Pieces } | null = null;
  for (const move of moves) {
    const least = leastAt(move.purchase, worth) + (lowest[move.to] as number);
    const entries = move.entries.filter(({ from, nok }) => nok + least <= limit(from) + HAIR);
    if (entries.length === 0) continue;
    const next = after[move.to] as Pieces;
    const again: boolean = done?.move.group === move.group && done.move.to === move.to;
    const steps = entries.length + (again ? 0 : move.purchase.segments.length);
    budget.require(PIECE_UNITS * (1 + steps) * next.count);
    const bought: Pieces = again && done ? done.bought : afterPurchase(move, next);
    done = { move, bought };
    through(move, entries, bought, before);
  }
  return before;
}

function lowestOf(f: Pieces, worth: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < f.count; i += 1) {
    const atFrom = (f.atFrom[i] as number) + worth * (f.from[i] as number);
    lowest = Math.min(lowest, atFrom, (f.atTo[i] as number) + worth * (f.to[i] as number));
  }
  return lowest;
}

const buffers = [new Pieces(), new Pieces()] as const;

/** In a buffer, where anything is bought: it holds until the next purchase. */
function afterPurchase({ purchase }: Move, next: Pieces): Pieces {
  let bought = next;
  let turn = 0;
  // Cheap and dear parts are bought one after the other: that any mix of them may be bought makes the order no matter.
  for (const { kwh, price } of purchase.segments) {
    bought = afterBuying(bought, 0, kwh, price, buffers[turn] as Pieces);
    turn = 1 - turn;
  }
  return bought;
}

function through(
  { purchase: { leastKwh, leastNok } }: Move,
  entries: Move['entries'],
  bought: Pieces,
  before: Pieces[],
): void {
  for (const { from, nok } of entries) {
    const moved = plus(bought, leastKwh, leastNok + nok);
    const others = before[from] as Pieces;
    before[from] = others.count === 0 ? moved : lowerOf(others, moved, new Pieces());
  }
}

function plus(f: Pieces, kwh: number, nok: number): Pieces {
  const out = new Pieces();
  for (let i = 0; i < f.count; i += 1) {
    out.push(
      (f.from[i] as number) - kwh,
      (f.to[i] as number) - kwh,
      (f.atFrom[i] as number) + nok,
      (f.atTo[i] as number) + nok,
    );
  }
  return out;
}

/** Only the energies that the battery can hold, and from which a schedule of at most `limit` is still possible. */
function cut(f: Pieces, range: Range, worth: number, limit: number): Pieces {
  const out = new Pieces();
  for (let i = 0; i < f.count; i += 1) {
    const from = Math.max(range.least, f.from[i] as number);
    const to = Math.min(range.most, f.to[i] as number);
    if (to < from) continue;
    const rise = slope(f, i);
    const atFrom = (f.atFrom[i] as number) + rise * (from - (f.from[i] as number));
    const [overFrom, overTo] = [
      atFrom + worth * from - limit,
      atFrom + rise * (to - from) + worth * to - limit,
    ];
    if (overFrom > HAIR && overTo > HAIR) continue;
    const turn = from + (to - from) * (overFrom / (overFrom - overTo));
    const first = overFrom > HAIR ? Math.max(from, turn - HAIR) : from;
    const last = overTo > HAIR ? Math.min(to, turn + HAIR) : to;
    out.push(first, last, atFrom + rise * (first - from), atFrom + rise * (last - from));
  }
  return out;
}

function slope(f: Pieces, i: number): number {
  const length = (f.to[i] as number) - (f.from[i] as number);
  return length > 0 ? ((f.atTo[i] as number) - (f.atFrom[i] as number)) / length : 0;
}

function withGoals(f: Pieces, goals: readonly Goal[]): Pieces {
  return goals.reduce((g, goal) => withGoal(g, goal), f);
}

/** Below the goal: nothing, or the price of what is missing on top. */
function withGoal(f: Pieces, { kwh: goal, nokPerKwh }: Goal): Pieces {
  const out = new Pieces();
  for (let i = 0; i < f.count; i += 1) {
    const [from, to] = [f.from[i] as number, f.to[i] as number];
    const middle = Math.min(to, Math.max(from, goal));
    const atMiddle = (f.atFrom[i] as number) + slope(f, i) * (middle - from);
    if (from < goal && nokPerKwh !== undefined) {
      const missing = (kwh: number) => nokPerKwh * Math.max(0, goal - kwh);
      out.push(from, middle, (f.atFrom[i] as number) + missing(from), atMiddle + missing(middle));
    }
    if (to >= goal) out.push(middle, to, atMiddle, f.atTo[i] as number);
  }
  return out;
}
