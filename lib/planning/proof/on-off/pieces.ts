/** Numbers nearer than this are one point, kWh and NOK. */
const SAME = 1e-11;

/**
 * A function of energy in linear pieces, ascending, not convex, perhaps with jumps and with gaps where it is infinite. Where two
 * pieces meet, the lower value counts.
 */
export class Pieces {
  count = 0;
  /** Where each piece begins and ends, kWh. */
  readonly from: number[] = [];
  readonly to: number[] = [];
  /** The value there, NOK. */
  readonly atFrom: number[] = [];
  readonly atTo: number[] = [];

  static of(from: number, to: number, atFrom: number, atTo: number): Pieces {
    const pieces = new Pieces();
    pieces.push(from, to, atFrom, atTo);
    return pieces;
  }

  clear(): this {
    this.count = 0;
    return this;
  }

  /** Adds a piece behind the others; one that goes on as the last does prolongs it. */
  push(from: number, to: number, atFrom: number, atTo: number): void {
    const i = this.count;
    if (i > 0 && this.#joins(i - 1, from, to, atFrom, atTo)) {
      this.to[i - 1] = to;
      this.atTo[i - 1] = atTo;
      return;
    }
    this.from[i] = from;
    this.to[i] = to;
    this.atFrom[i] = atFrom;
    this.atTo[i] = atTo;
    this.count = i + 1;
  }

  /** The value at a point; a hair outside a piece counts as its end. */
  at(kwh: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let i = this.#firstReaching(kwh - 1e-9); i < this.count; i += 1) {
      const from = this.from[i] as number;
      if (from > kwh + 1e-9) break;
      least = Math.min(least, this.#valueIn(i, Math.max(kwh, from)));
    }
    return least;
  }

  #valueIn(i: number, kwh: number): number {
    const [from, to] = [this.from[i] as number, this.to[i] as number];
    const [atFrom, atTo] = [this.atFrom[i] as number, this.atTo[i] as number];
    if (kwh >= to || to === from) return kwh >= to ? atTo : atFrom;
    return atFrom + ((atTo - atFrom) * (kwh - from)) / (to - from);
  }

  #firstReaching(kwh: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.to[middle] as number) < kwh) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #joins(i: number, from: number, to: number, atFrom: number, atTo: number): boolean {
    const [end, atEnd] = [this.to[i] as number, this.atTo[i] as number];
    if (from - end > SAME || Math.abs(atFrom - atEnd) > SAME) return false;
    const begin = this.from[i] as number;
    if (to - from <= SAME) return atTo >= atEnd - SAME;
    if (end - begin <= SAME) return false;
    const rise = ((atEnd - (this.atFrom[i] as number)) * (to - end)) / (end - begin);
    return Math.abs(atEnd + rise - atTo) <= SAME;
  }
}
