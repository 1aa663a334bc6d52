/** Pieces of energy by price, cheapest first, kept in order as they come in. */
export class PriceLevels {
  private readonly price: Float64Array;
  private readonly kwh: Float64Array;
  private first = 0;
  private end = 0;

  constructor(most: number) {
    this.price = new Float64Array(most);
    this.kwh = new Float64Array(most);
  }

  add(price: number, kwh: number): void {
    const { price: prices, kwh: amounts, first } = this;
    let i = this.end;
    this.end += 1;
    for (; i > first && (prices[i - 1] ?? 0) > price; i -= 1) {
      prices[i] = prices[i - 1] ?? 0;
      amounts[i] = amounts[i - 1] ?? 0;
    }
    prices[i] = price;
    amounts[i] = kwh;
  }

  /** Takes the cheapest kWh away, as far as there are. Returns what they cost, NOK. */
  take(kwh: number): number {
    let left = kwh;
    let nok = 0;
    while (left > 0 && this.first < this.end) {
      const i = this.first;
      const part = Math.min(left, this.kwh[i] ?? 0);
      nok += part * (this.price[i] ?? 0);
      left -= part;
      if (part < (this.kwh[i] ?? 0)) this.kwh[i] = (this.kwh[i] ?? 0) - part;
      else this.first += 1;
    }
    return nok;
  }

  /** Makes the cheapest `kwh` cheaper by `nokPerKwh`. Needs room for one piece more. */
  reward(kwh: number, nokPerKwh: number): void {
    let left = kwh;
    for (let i = this.first; i < this.end && left > 0; i += 1) {
      const whole = this.kwh[i] ?? 0;
      const price = this.price[i] ?? 0;
      this.price[i] = price - nokPerKwh;
      if (whole > left) {
        this.kwh[i] = left;
        this.add(price, whole - left);
      }
      left -= whole;
    }
  }

  /** Takes what costs less than nothing, up to `kwh`. Returns what it costs, NOK, at most 0. */
  takePaidFor(kwh: number): number {
    let left = kwh;
    let nok = 0;
    for (let i = this.first; i < this.end && left > 0 && (this.price[i] ?? 0) < 0; i += 1) {
      const part = Math.min(left, this.kwh[i] ?? 0);
      nok += part * (this.price[i] ?? 0);
      left -= part;
    }
    return nok;
  }
}
