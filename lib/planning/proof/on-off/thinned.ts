import { Pieces } from './pieces.ts';

/** Fewer pieces: of equal ranges of energy each keeps the piece that is cheapest when a kWh is worth so much. */
export function thinned(f: Pieces, mostPieces: number, worth: number): Pieces {
  const begin = f.from[0] as number;
  const width = ((f.to[f.count - 1] as number) - begin) / mostPieces;
  const out = new Pieces();
  let [best, bestNok, range] = [-1, Number.POSITIVE_INFINITY, -1];
  const keep = () => {
    if (best < 0) return;
    out.push(f.from[best] as number, f.to[best] as number, f.atFrom[best] as number, f.atTo[best] as number);
  };
  for (let i = 0; i < f.count; i += 1) {
    const here = width > 0 ? Math.floor(((f.from[i] as number) - begin) / width) : 0;
    if (here !== range) {
      keep();
      [best, bestNok, range] = [-1, Number.POSITIVE_INFINITY, here];
    }
    const nok = Math.min(
      (f.atFrom[i] as number) + worth * (f.from[i] as number),
      (f.atTo[i] as number) + worth * (f.to[i] as number),
    );
    if (nok < bestNok) [best, bestNok] = [i, nok];
  }
  keep();
  return out;
}
