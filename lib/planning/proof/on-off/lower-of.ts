import type { Pieces } from './pieces.ts';

/** The lower of two functions everywhere, into `out`. */
export function lowerOf(f: Pieces, g: Pieces, out: Pieces): Pieces {
  out.clear();
  let [i, j] = [0, 0];
  let fromF = f.count > 0 ? (f.from[0] as number) : 0;
  let fromG = g.count > 0 ? (g.from[0] as number) : 0;
  while (i < f.count && j < g.count) {
    const [toF, toG] = [f.to[i] as number, g.to[j] as number];
    const [turnF, turnG] = [fromF <= fromG, fromG <= fromF];
    if (turnF && turnG) {
      const to = Math.min(toF, toG);
      pushLower(f, i, g, j, fromF, to, out);
      fromF = to;
      fromG = to;
    } else if (turnF) {
      const to = Math.min(toF, fromG);
      pushPart(f, i, fromF, to, out);
      fromF = to;
    } else {
      const to = Math.min(toG, fromF);
      pushPart(g, j, fromG, to, out);
      fromG = to;
    }
    // A piece that is but a point ends where it begins: only one whose turn it was is done.
    if (turnF && fromF >= toF) {
      i += 1;
      fromF = f.from[i] ?? 0;
    }
    if (turnG && fromG >= toG) {
      j += 1;
      fromG = g.from[j] ?? 0;
    }
  }
  pushRest(f, i, fromF, out);
  pushRest(g, j, fromG, out);
  return out;
}

function pushRest(f: Pieces, begin: number, beginFrom: number, out: Pieces): void {
  for (let i = begin, from = beginFrom; i < f.count; i += 1, from = f.from[i] ?? 0) {
    pushPart(f, i, from, f.to[i] as number, out);
  }
}

function pushPart(f: Pieces, i: number, from: number, to: number, out: Pieces): void {
  out.push(from, to, valueAt(f, i, from), valueAt(f, i, to));
}

/** Both pieces cover the part: the lower one, or one after the other where they cross. */
function pushLower(f: Pieces, i: number, g: Pieces, j: number, from: number, to: number, out: Pieces): void {
  const [f0, f1, g0, g1] = [valueAt(f, i, from), valueAt(f, i, to), valueAt(g, j, from), valueAt(g, j, to)];
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

function valueAt(f: Pieces, i: number, kwh: number): number {
  const [from, to] = [f.from[i] as number, f.to[i] as number];
  if (kwh <= from) return f.atFrom[i] as number;
  if (kwh >= to) return f.atTo[i] as number;
  const atFrom = f.atFrom[i] as number;
  return atFrom + (((f.atTo[i] as number) - atFrom) * (kwh - from)) / (to - from);
}
