import type { LeftMs } from '../engine.ts';

/** What may be spent where nobody tells the time, reckoned by what is done. */
const WITHOUT_CLOCK_MS = 2500;
const SEARCH_MS = 20;

/** Time to plan in. Without a stopwatch each search of a car counts as much as one takes as a rule, so that the same is done each time. */
export class TimeLeft {
  readonly #leftMs: LeftMs | undefined;
  #spentMs = 0;

  constructor(leftMs?: LeftMs) {
    this.#leftMs = leftMs;
  }

  get ms(): number {
    return this.#leftMs ? this.#leftMs() : WITHOUT_CLOCK_MS - this.#spentMs;
  }

  /** Cars were searched so many times. */
  searched(times: number): void {
    this.#spentMs += times * SEARCH_MS;
  }

  /** What something else was given. */
  granted(ms: number): void {
    this.#spentMs += ms;
  }
}
