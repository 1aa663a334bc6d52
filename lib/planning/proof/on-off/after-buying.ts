import { lowerOf } from './lower-of.ts';
import { Pieces } from './pieces.ts';

const [near, far, low, flat] = [new Pieces(), new Pieces(), new Pieces(), new Pieces()];

/**
 * What is still to pay from each energy on, where `least` to `most` kWh more may be bought at `price` first and `f` is to pay after:
 *
 *     out(e) = min over least ≤ u ≤ most of  price·u + f(e + u)
 *
 * In each window the best point is its near end, its far end, or a low point of price·y + f(y) between them.
 */
export function afterBuying(f: Pieces, least: number, most: number, price: number, out: Pieces): Pieces {
  if (most <= least) return shifted(f, least, price, out);
  shifted(f, least, price, near);
  shifted(f, most, price, far);
  lowPoints(f, least, most, price, low);
  return lowerOf(lowerOf(near, far, flat), low, out);
}

function shifted(f: Pieces, kwh: number, price: number, out: Pieces): Pieces {
  out.clear();
  const nok = price * kwh;
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

/** Low points of price·y + f(y) that stand in line; each is within reach from `y − most` to `y − least`. */
class Reach {
  readonly out: Pieces;
  readonly #least: number;
  readonly #most: number;
  readonly #price: number;
  #points: number[] = [];
  #values: number[] = [];
  #first = 0;
  /** How far the answer is written. */
  #done = Number.NEGATIVE_INFINITY;

  constructor(out: Pieces, least: number, most: number, price: number) {
    this.out = out.clear();
    this.#least = least;
    this.#most = most;
    this.#price = price;
  }

  /** Points come in ascending order. A lower one displaces all before it; a higher one waits until they are out of reach. */
  add(point: number, value: number): void {
    const begin = point - this.#most;
    this.#writeUntil(begin);
    while (this.#points.length > this.#first && (this.#values.at(-1) as number) >= value) {
      this.#points.pop();
      this.#values.pop();
    }
    if (this.#points.length === this.#first) this.#done = Math.max(this.#done, begin);
    this.#points.push(point);
    this.#values.push(value);
  }

  finish(): Pieces {
    this.#writeUntil(Number.POSITIVE_INFINITY);
    return this.out;
  }

  #writeUntil(limit: number): void {
    while (this.#first < this.#points.length && this.#done < limit) {
      const end = (this.#points[this.#first] as number) - this.#least;
      const to = Math.min(end, limit);
      const value = this.#values[this.#first] as number;
      if (to > this.#done) {
        this.out.push(this.#done, to, value - this.#price * this.#done, value - this.#price * to);
        this.#done = to;
      }
      if (end > limit) return;
      this.#first += 1;
    }
  }
}

function lowPoints(f: Pieces, least: number, most: number, price: number, out: Pieces): Pieces {
  const reach = new Reach(out, least, most, price);
  const atFrom = (i: number) => (f.atFrom[i] as number) + price * (f.from[i] as number);
  const atTo = (i: number) => (f.atTo[i] as number) + price * (f.to[i] as number);
  /** Whether piece `i` begins where the one before ends. */
  const joins = (i: number) => i > 0 && i < f.count && f.to[i - 1] === f.from[i];
  for (let i = 0; i < f.count; i += 1) {
    const [begin, end] = [atFrom(i), atTo(i)];
    const falls = !joins(i) || atTo(i - 1) > begin;
    const rises = !joins(i + 1) || atFrom(i + 1) >= end;
    if (end >= begin && falls) reach.add(f.from[i] as number, begin);
    if (end <= begin && rises) reach.add(f.to[i] as number, end);
  }
  return reach.finish();
}
