import { type OpenSlot, spreadAtOnePrice } from './even-prices.ts';
import type { OpenPieces } from './open-pieces.ts';

/** Less than this is nothing, kWh. */
const TINY_KWH = 1e-9;

/** How much to take, and where. */
interface Wanted {
  readonly kwh: number;
  /** Only from slots before this one. */
  readonly before: number;
  /** Only what costs less than this, NOK per kWh. */
  readonly belowNok: number;
  readonly prefer: 'early' | 'late';
}

/**
 * Moves what is wanted from the pieces to `kwh`, the cheapest first; where they cost the same, in as few blocks as can be, then early (or
 * late). Returns what was moved.
 */
export function fillCheapest(kwh: number[], pieces: OpenPieces, wanted: Wanted): number {
  let left = wanted.kwh;
  for (let from = 0; from < pieces.count && left > TINY_KWH; ) {
    const price = pieces.price[from] as number;
    if (price >= wanted.belowNok) break;
    const end = endOfLevel(pieces, from);
    const levelKwh = openKwh(pieces, from, end, wanted.before);
    if (levelKwh > left) takePart(kwh, pieces, levelOf(pieces, from, end, wanted), left, wanted.prefer);
    else takeAll(kwh, pieces, from, end, wanted.before);
    left -= Math.min(left, levelKwh);
    from = end;
  }
  return wanted.kwh - left;
}

function endOfLevel({ price, count }: OpenPieces, from: number): number {
  let end = from + 1;
  while (end < count && price[end] === price[from]) end += 1;
  return end;
}

function openKwh({ slot, kwh }: OpenPieces, from: number, end: number, before: number): number {
  let sum = 0;
  for (let i = from; i < end; i += 1) if ((slot[i] as number) < before) sum += kwh[i] as number;
  return sum;
}

function takeAll(kwh: number[], pieces: OpenPieces, from: number, end: number, before: number): void {
  for (let i = from; i < end; i += 1) {
    const t = pieces.slot[i] as number;
    if (t >= before) continue;
    kwh[t] = (kwh[t] as number) + (pieces.kwh[i] as number);
    pieces.kwh[i] = 0;
  }
}

/** A piece of the level, with its place among all. */
interface Piece extends OpenSlot {
  readonly i: number;
}

function levelOf({ slot, kwh }: OpenPieces, from: number, end: number, { before }: Wanted): Piece[] {
  const level: Piece[] = [];
  for (let i = from; i < end; i += 1) {
    const piece = { i, t: slot[i] as number, kwh: kwh[i] as number };
    if (piece.t < before && piece.kwh > TINY_KWH) level.push(piece);
  }
  return level;
}

function takePart(
  kwh: number[],
  pieces: OpenPieces,
  level: readonly Piece[],
  wantedKwh: number,
  prefer: 'early' | 'late',
): void {
  const had = level.map(({ t }) => kwh[t] as number);
  if (prefer === 'early') spreadAtOnePrice(kwh, level, wantedKwh);
  else spreadLate(kwh, level, wantedKwh);
  for (const [place, { i, t }] of level.entries()) {
    pieces.kwh[i] = (pieces.kwh[i] as number) - ((kwh[t] as number) - (had[place] as number));
  }
}

/** Late is early in a mirror. */
function spreadLate(kwh: number[], level: readonly Piece[], wantedKwh: number): void {
  const last = kwh.length - 1;
  const mirrored = kwh.toReversed();
  const slots = level.map((slot) => ({ ...slot, t: last - slot.t })).reverse();
  spreadAtOnePrice(mirrored, slots, wantedKwh);
  for (const [t, amount] of mirrored.entries()) kwh[last - t] = amount;
}
