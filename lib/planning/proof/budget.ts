/** What one plan may take in all, so that it comes within three seconds of a core that others use too. */
export const PLAN_UNITS = 2.2e6;

/** More than the budget was to be spent. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/**
 * What may still be done: work is counted, not time, so that the same problem gets the same plan on any machine, busy or not. A unit is about
 * a microsecond of an ordinary core. A stopwatch, where there is one, is a second limit, for machines that are slower than that.
 */
export class Budget {
  #left: number;
  readonly #otherLimit: () => number;
  readonly #whole: Budget | undefined;

  /** `otherLimit`: what is left for another reason, units. */
  constructor(units: number = PLAN_UNITS, otherLimit: () => number = endless, whole?: Budget) {
    this.#left = units;
    this.#otherLimit = otherLimit;
    this.#whole = whole;
  }

  /** Units, from 0. */
  get left(): number {
    return this.#left > 0 ? Math.max(0, Math.min(this.#left, this.#otherLimit())) : 0;
  }

  get isSpent(): boolean {
    return this.left <= 0;
  }

  spend(units: number): void {
    this.#left -= units;
    this.#whole?.spend(units);
  }

  /** Spends, or ends the search by a throw where nothing is left for it. */
  require(units: number): void {
    this.spend(units);
    if (this.isSpent) throw new BudgetSpent();
  }

  /** A part of this budget: what is spent of it is spent of the whole. */
  part(units: number): Budget {
    return new Budget(units, () => this.left, this);
  }

  /** This budget but for so much, which is kept for later. */
  keeping(units: number): Budget {
    return new Budget(Number.POSITIVE_INFINITY, () => this.left - units, this);
  }
}

function endless(): number {
  return Number.POSITIVE_INFINITY;
}
