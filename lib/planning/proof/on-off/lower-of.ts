import type { Pieces } from './pieces.ts';

/** Where a sweep over a function stands: a piece, and how far of it is done. */
class Place {
  readonly f: Pieces;
  piece = 0;
  from: number;

  constructor(f: Pieces) {
    this.f = f;
    this.from = f.from[0] ?? 0;
  }

  get done(): boolean {
    return this.piece >= this.f.count;
  }

  get to(): number {
    return this.f.to[this.piece] as number;
  }

  /** A piece that is but a point ends where it begins, so only the one whose turn it was may end. */
  moveTo(kwh: number): void {
    this.from = kwh;
    if (kwh < this.to) return;
    this.piece += 1;
    this.from = this.f.from[this.piece] ?? 0;
  }
}

/** The lower of two functions everywhere, into `out`. */
export function lowerOf(f: Pieces, g: Pieces, out: Pieces): Pieces {
  out.clear();
  const [a, b] = [new Place(f), new Place(g)];
  while (!a.done && !b.done) {
    if (a.from === b.from) {
      const to = Math.min(a.to, b.to);
      pushLower(a, b, to, out);
      a.moveTo(to);
      b.moveTo(to);
    } else if (a.from < b.from) pushUntil(a, b.from, out);
    else pushUntil(b, a.from, out);
  }
  while (!a.done) pushUntil(a, a.to, out);
  while (!b.done) pushUntil(b, b.to, out);
  return out;
}

function pushUntil(place: Place, limit: number, out: Pieces): void {
  const to = Math.min(place.to, limit);
  out.push(place.from, to, valueAt(place, place.from), valueAt(place, to));
  place.moveTo(to);
}

/** Both pieces cover the part: the lower one, or one after the other where they cross. */
function pushLower(a: Place, b: Place, to: number, out: Pieces): void {
  const from = a.from;
  const [f0, f1, g0, g1] = [valueAt(a, from), valueAt(a, to), valueAt(b, from), valueAt(b, to)];
  if (f0 <= g0 && f1 <= g1) out.push(from, to, f0, f1);
  else if (g0 <= f0 && g1 <= f1) out.push(from, to, g0, g1);
  else {
    const share = (g0 - f0) / (g0 - f0 + f1 - g1);
    const middle = from + share * (to - from);
    const at = f0 + share * (f1 - f0);
    out.push(from, middle, Math.min(f0, g0), at);
    out.push(middle, to, at, Math.min(f1, g1));
  }
}

function valueAt({ f, piece }: Place, kwh: number): number {
  const [from, to] = [f.from[piece] as number, f.to[piece] as number];
  const atFrom = f.atFrom[piece] as number;
  if (kwh <= from) return atFrom;
  const atTo = f.atTo[piece] as number;
  return kwh >= to ? atTo : atFrom + ((atTo - atFrom) * (kwh - from)) / (to - from);
}
