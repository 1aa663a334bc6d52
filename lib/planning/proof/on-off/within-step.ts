import { METER_KW, type ModelCapacity } from '../../problem/model-capacity.ts';
import type { Budget } from '../budget.ts';
import { dayLimits, peaksOf, sumOfLargest } from './day-limits.ts';

/** Room to the step's end that plans keep, kW, so that no rounding lifts them over it. */
const MARGIN_KW = 1e-7;
const PROVED_NOK = 7e-4;
/** Nearer than this the points on the edge are no longer tried for a better plan, except at first. */
const CLOSE_NOK = 1e-3;
const FIRST_LOOKS = 20;
const HALVINGS = 40;

/** What a search under one limit for each day's peak comes to: no plan costs less than the bound; the one found costs just that, or more where the search had to end. */
export interface Look<Found> {
  readonly boundNok: number;
  readonly found: Found | null;
  readonly foundNok: number;
  /** Import of each clock hour, kWh, with what was found. */
  readonly kwhOfHour: ArrayLike<number> | null;
}

export interface StepOptions {
  /** What each day's peak is at least, kW: the house's own, and what the car cannot do without. */
  readonly leastPeaksKw: readonly number[];
  readonly uptoKw: number;
  /** Plans that cost more, their fee apart, are of no interest. */
  readonly cutoffNok: number;
  readonly mostLooks: number;
  readonly budget: Budget;
}

export interface StepSearch<Found> {
  readonly boundNok: number;
  readonly found: Found | null;
  readonly foundNok: number;
}

/** Plans that are still to be looked at: none costs less, and the cheapest has these peaks. */
interface Open {
  readonly boundNok: number;
  readonly limits: readonly number[];
  /** Null where the look gave up. */
  readonly peaks: readonly number[] | null;
}

/**
 * The cheapest plan whose demand stays within a step. How two days share what it leaves (their peaks are averaged) is not known: at
 * first each day gets all of it, and while the cheapest plan then takes too much together, the search branches at a point on the
 * edge of what is allowed: one day or the other must stay below it. A plan found below it for all days holds.
 */
export function withinStep<Found>(
  capacity: ModelCapacity,
  options: StepOptions,
  look: LookWithin<Found>,
): StepSearch<Found> | null {
  const branching = new Branching(capacity, options, look);
  return branching.possible ? branching.search(options) : null;
}

type LookWithin<Found> = (dayLimits: readonly number[], cutoffNok: number) => Look<Found>;

class Branching<Found> {
  readonly possible: boolean;
  readonly #capacity: ModelCapacity;
  readonly #look: LookWithin<Found>;
  readonly #mostKw: number;
  readonly #alone: readonly number[];
  readonly #open: Open[] = [];
  #foundNok: number;
  #found: Found | null = null;
  #looks = 0;

  constructor(
    capacity: ModelCapacity,
    { leastPeaksKw, uptoKw, cutoffNok }: StepOptions,
    look: LookWithin<Found>,
  ) {
    this.#capacity = capacity;
    this.#look = look;
    this.#mostKw = capacity.averaged * (uptoKw + METER_KW);
    this.#alone = leastPeaksKw;
    this.#foundNok = cutoffNok;
    this.possible = this.#isWithin(this.#alone);
  }

  search({ mostLooks, budget }: StepOptions): StepSearch<Found> {
    this.#add(dayLimits(this.#capacity, this.#alone, this.#mostKw));
    while (this.#looks < mostLooks && !budget.isSpent) {
      this.#open.sort((a, b) => a.boundNok - b.boundNok);
      const [next] = this.#open;
      if (!next?.peaks || next.boundNok >= this.#foundNok - PROVED_NOK) break;
      this.#open.shift();
      this.#branch(next, next.peaks);
    }
    const boundNok = this.#open.reduce((least, open) => Math.min(least, open.boundNok), this.#foundNok);
    return { boundNok, found: this.#found, foundNok: this.#foundNok };
  }

  #branch(next: Open, peaks: readonly number[]): void {
    const edge = this.#edgeBetween(this.#leftByOthers(next.limits), peaks);
    if (next.boundNok < this.#foundNok - CLOSE_NOK || this.#looks < FIRST_LOOKS) this.#add(edge);
    for (const [day, kw] of edge.entries()) {
      if (kw >= (next.limits[day] ?? 0)) continue;
      const limits = next.limits.with(day, kw);
      // What was found before is still the cheapest where it is within the new limits too.
      if (peaks.every((peak, d) => peak <= (limits[d] ?? 0))) this.#open.push({ ...next, limits });
      else this.#add(limits);
    }
  }

  #add(limits: readonly number[]): void {
    this.#looks += 1;
    const inside = limits.map((kw, day) => Math.max(this.#alone[day] ?? 0, kw - MARGIN_KW));
    const { boundNok, found, foundNok, kwhOfHour } = this.#look(inside, this.#foundNok);
    if (boundNok >= this.#foundNok) return;
    const peaks = kwhOfHour && peaksOf(this.#capacity, kwhOfHour);
    const holds = peaks !== null && this.#isWithin(peaks);
    if (holds && foundNok < this.#foundNok) [this.#foundNok, this.#found] = [foundNok, found];
    // A plan that holds and is the cheapest of these leaves nothing open.
    if (!holds || foundNok > boundNok + PROVED_NOK) {
      this.#open.push({ boundNok, peaks: holds ? null : peaks, limits });
    }
  }

  #isWithin(peaks: readonly number[]): boolean {
    return sumOfLargest(this.#capacity, peaks) <= this.#mostKw;
  }

  /** From one point that is allowed straight to one that is not: the last that is allowed. */
  #edgeBetween(inside: readonly number[], outside: readonly number[]): number[] {
    const at = (share: number) => inside.map((kw, day) => kw + share * ((outside[day] ?? 0) - kw));
    let [low, high] = [0, 1];
    for (let i = 0; i < HALVINGS; i += 1) {
      const middle = (low + high) / 2;
      if (this.#isWithin(at(middle))) low = middle;
      else high = middle;
    }
    return at(low);
  }

  /** What each day is left when the others use their limits in full, but not below its least. */
  #leftByOthers(limits: readonly number[]): number[] {
    return dayLimits(this.#capacity, limits, this.#mostKw).map((kw, day) =>
      Math.min(limits[day] ?? 0, Math.max(this.#alone[day] ?? 0, kw)),
    );
  }
}
