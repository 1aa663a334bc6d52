import type { Budget } from '../budget.ts';
import { afterBuying } from './after-buying.ts';
import { lowerOf } from './lower-of.ts';
import { Pieces } from './pieces.ts';
import type { Move, Stage, State } from './stages.ts';
import type { Goal, OnOffTask } from './task.ts';
import { leastAt, type Potential } from './worth-of-energy.ts';

/** Rounding that the cutting forgives, NOK and kWh. */
const HAIR = 1e-8;

/** [stage][state]: the least still to pay from each energy on. */
export type CostToGo = readonly (readonly Pieces[])[];

/** What a piece costs to look at, units. */
const PIECE_UNITS = 0.7;

/**
 * From the last slot backwards: what is still to pay from each energy and state on, exactly. Wherever that and the least cost until
 * there (the potential) exceed `mostNok`, no schedule of at most that cost passes, and the function ends.
 */
export function costToGo(
  task: OnOffTask,
  stages: readonly Stage[],
  potential: Potential,
  mostNok: number,
  budget: Budget,
): CostToGo {
  const states: State[] = task.oneBlock ? [0, 1, 2] : [0, 1];
  const end = task.mostKwh.length;
  const goalsAt = (slot: number) => task.goals.filter((goal) => goal.slot === slot);
  let after = states.map(() => withGoals(Pieces.of(task.floorKwh, task.roomKwh, 0, 0), goalsAt(end)));
  const toGo = [after];
  for (let k = stages.length - 1; k >= 0; k -= 1) {
    const stage = stages[k] as Stage;
    const reached = potential.reached[k] as Float64Array;
    const before = throughStage(
      stage,
      after,
      (from) => mostNok - (reached[from] as number),
      potential.worth,
      budget,
    );
    const goals = goalsAt(stage.from);
    after = before.map((f, from) =>
      cut(withGoals(f, goals), task, potential.worth, mostNok - (reached[from] as number)),
    );
    toGo.push(after);
  }
  return toGo.reverse();
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
  for (const move of moves) {
    const least = leastAt(move, worth) + (lowest[move.to] as number);
    const entries = move.entries.filter(({ from, nok }) => nok + least <= limit(from) + HAIR);
    if (entries.length === 0) continue;
    budget.require(PIECE_UNITS * (1 + move.segments.length) * (after[move.to] as Pieces).count);
    throughMove(move, entries, after[move.to] as Pieces, before);
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

function throughMove(move: Move, entries: Move['entries'], next: Pieces, before: Pieces[]): void {
  let bought = next;
  let turn = 0;
  // Cheap and dear parts are bought one after the other: that any mix of them may be bought makes the order no matter.
  for (const { kwh, price } of move.segments) {
    bought = afterBuying(bought, 0, kwh, price, buffers[turn] as Pieces);
    turn = 1 - turn;
  }
  for (const { from, nok } of entries) {
    const moved = plus(bought, move.leastKwh, move.leastNok + nok);
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
function cut(f: Pieces, { floorKwh, roomKwh }: OnOffTask, worth: number, limit: number): Pieces {
  const out = new Pieces();
  for (let i = 0; i < f.count; i += 1) {
    const from = Math.max(floorKwh, f.from[i] as number);
    const to = Math.min(roomKwh, f.to[i] as number);
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
