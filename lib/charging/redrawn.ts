import { HOUR_MS, hourStart, QUARTER_MS } from '../time/index.ts';
import { type Block, blocksOf } from './blocks-of.ts';
import type { HomeProblem } from './home-problem.ts';
import { leastAmpere } from './physics.ts';
import type { Currents } from './round-to-amperes.ts';

const hoursOfSlot = QUARTER_MS / HOUR_MS;
/** How far beyond where it was a stretch may reach, slots. */
const reach = 6;
/** Times and powers below this are rounding, slots and kW. */
const nothing = 1e-9;

/** So many stretches of one car, from its `first` on. */
interface Runs {
  readonly v: number;
  readonly first: number;
  readonly runCount: number;
}

/** A current that a car can be told, and the power it then takes; null: as much as it takes. */
interface Level {
  readonly ampere: number | null;
  readonly kw: number;
}

/** Part of a stretch at one current; in slots and parts of them. */
interface Piece {
  readonly from: number;
  readonly until: number;
  readonly level: Level;
}

/** Other ways to charge what these stretches charge: in one, at one current throughout or, for a single stretch, at two. */
export function* redrawn(home: HomeProblem, drawn: Currents, asked: Runs): Generator<Currents> {
  const { v, first, runCount } = asked;
  const row = drawn.powerKw[v] ?? [];
  const runs = blocksOf(row).slice(first, first + runCount);
  const [from, until] = [runs[0]?.from, runs.at(-1)?.until];
  if (runs.length < runCount || from === undefined || until === undefined) return;
  const kwh = row.slice(from, until).reduce((sum, kw) => sum + kw * hoursOfSlot, 0);
  const room = roomAround(home, row, asked, { from, until });
  const levels = levelsOf(home, v);
  for (const pieces of otherPieces({ home, levels, room, kwh }, runs, { from, until })) {
    yield withPieces(drawn, { v, from, until }, pieces);
  }
}

interface Sketch {
  readonly home: HomeProblem;
  readonly levels: readonly Level[];
  readonly room: Block;
  readonly kwh: number;
}

function* otherPieces(sketch: Sketch, runs: readonly Block[], all: Block): Generator<readonly Piece[]> {
  const { home, levels, room, kwh } = sketch;
  for (const piece of atOneCurrent(levels, room, kwh)) yield [piece];
  if (runs.length === 2) yield* oneGivesToOther(sketch, runs);
  if (runs.length > 1) return;
  for (const t of hourBounds(home, all)) yield* atTwoCurrents(sketch, all, t);
}

/** Where these stretches may lie: not in the others', and not far from where they were. */
function roomAround(
  home: HomeProblem,
  row: readonly number[],
  { v, first, runCount }: Runs,
  { from, until }: Block,
): Block {
  const blocks = blocksOf(row);
  const nextFrom = blocks[first + runCount]?.from ?? Number.POSITIVE_INFINITY;
  return {
    from: Math.max(beginsAt(home, v), blocks[first - 1]?.until ?? 0, from - reach),
    until: Math.min(endsAt(home, v), nextFrom, until + reach),
  };
}

/** Begun or ended with a quarter hour, or as soon as it may. */
function* atOneCurrent(levels: readonly Level[], room: Block, kwh: number): Generator<Piece> {
  for (const level of levels) {
    const length = kwh / (level.kw * hoursOfSlot);
    if (length > room.until - room.from + nothing) continue;
    yield { from: room.from, until: room.from + length, level };
    for (let t = Math.ceil(room.from + nothing); t + length <= room.until + nothing; t += 1) {
      yield { from: t, until: t + length, level };
    }
    for (let t = Math.ceil(room.from + length); t <= room.until + nothing; t += 1) {
      yield { from: t - length, until: t, level };
    }
  }
}

/** One stretch keeps its time at one current, the other takes the rest at another, from where it begins or until where it ends. */
function* oneGivesToOther(sketch: Sketch, [one, other]: readonly Block[]): Generator<readonly Piece[]> {
  if (one === undefined || other === undefined) return;
  const early = { from: Math.max(one.from, sketch.room.from), until: one.until };
  yield* keptAndRest(sketch, early, other, { from: one.until, until: sketch.room.until });
  yield* keptAndRest(sketch, other, early, { from: sketch.room.from, until: other.from });
}

function* keptAndRest(
  { levels, kwh }: Sketch,
  kept: Block,
  rest: Block,
  within: Block,
): Generator<readonly Piece[]> {
  for (const level of levels) {
    const restKwh = kwh - (kept.until - kept.from) * level.kw * hoursOfSlot;
    if (restKwh <= nothing) continue;
    for (const piece of levels.flatMap((other) => restPieces(other, restKwh, rest))) {
      const isThere = piece.from >= within.from && piece.until <= within.until;
      if (isThere) yield [{ ...kept, level }, piece];
    }
  }
}

function restPieces(level: Level, kwh: number, { from, until }: Block): Piece[] {
  const length = kwh / (level.kw * hoursOfSlot);
  return [
    { from, until: from + length, level },
    { from: until - length, until, level },
  ];
}

/** One current until a clock hour begins at `t` and another from then on: either ends when the energy is in. */
function* atTwoCurrents({ levels, room, kwh }: Sketch, block: Block, t: number): Generator<readonly Piece[]> {
  const from = Math.max(block.from, room.from);
  for (const before of levels) {
    for (const after of levels) {
      if (before === after) continue;
      const late = (kwh - (t - from) * before.kw * hoursOfSlot) / (after.kw * hoursOfSlot);
      const early = (kwh - (block.until - t) * after.kw * hoursOfSlot) / (before.kw * hoursOfSlot);
      const pieces = (start: number, end: number) => [
        { from: start, until: t, level: before },
        { from: t, until: end, level: after },
      ];
      if (isBetween(t + late, t, room.until)) yield pieces(from, t + late);
      if (isBetween(t - early, room.from, t)) yield pieces(t - early, block.until);
    }
  }
}

/** Strictly inside on the side of the hour, up to the end on the other. */
function isBetween(at: number, low: number, high: number): boolean {
  return at >= low && at <= high && high - low > nothing;
}

function withPieces(
  drawn: Currents,
  { v, from, until }: Block & { v: number },
  pieces: readonly Piece[],
): Currents {
  const cleared = <T>(row: readonly T[], value: T) =>
    row.map((was, t) => (t >= from && t < until ? value : was));
  const powerRow = cleared(drawn.powerKw[v] ?? [], 0);
  const ampereRow = cleared(drawn.ampere[v] ?? [], null);
  for (const piece of pieces) {
    for (let t = Math.floor(piece.from + nothing); t < piece.until - nothing; t += 1) {
      const share = Math.min(t + 1, piece.until) - Math.max(t, piece.from);
      powerRow[t] = share * piece.level.kw;
      ampereRow[t] = piece.level.ampere;
    }
  }
  return {
    powerKw: drawn.powerKw.map((row, other) => (other === v ? powerRow : row)),
    ampere: drawn.ampere.map((row, other) => (other === v ? ampereRow : row)),
  };
}

function levelsOf(home: HomeProblem, v: number): Level[] {
  const maxKw = home.problem.vehicles[v]?.maxKw ?? 0;
  const perAmpere = ampereKw(home, v);
  const levels: Level[] = [{ ampere: null, kw: maxKw }];
  for (let ampere = leastAmpere; perAmpere > 0 && ampere * perAmpere < maxKw - nothing; ampere += 1) {
    levels.push({ ampere, kw: ampere * perAmpere });
  }
  return levels;
}

function ampereKw({ cars }: HomeProblem, v: number): number {
  return cars[v]?.basis.kwPerAmpere ?? 0;
}

/** The current slot is partly behind. */
function beginsAt({ startsAt, current, cars, problem }: HomeProblem, v: number): number {
  const now = cars[0]?.basis.now ?? 0;
  const here = current + Math.max(0, now - (startsAt[current] ?? now)) / QUARTER_MS;
  return Math.max(here, problem.vehicles[v]?.arriveSlot ?? 0);
}

function endsAt({ problem }: HomeProblem, v: number): number {
  return problem.vehicles[v]?.departSlot ?? 0;
}

function hourBounds({ startsAt }: HomeProblem, { from, until }: Block): number[] {
  return startsAt.flatMap((startAt, t) =>
    t > from && t < until && hourStart(startAt) === startAt ? [t] : [],
  );
}
