import type { Instant } from '../../time/index.ts';
import type { EventSource } from './event-source.ts';
import type { VirtualClock } from './virtual-clock.ts';

const LONGEST_TIMER_MS = 60_000;

/** Runs the sources' work in the order of simulated time, one piece at a time; sources of the same moment in list order. */
export class Engine {
  readonly #clock: VirtualClock;
  readonly #sources: readonly EventSource[];
  readonly #afterStep: () => Promise<void>;
  #turn: Promise<unknown> = Promise.resolve();
  #running: Promise<void> | null = null;
  #stopping = false;
  #wake: () => void = () => {};

  constructor(clock: VirtualClock, sources: readonly EventSource[], afterStep: () => Promise<void>) {
    this.#clock = clock;
    this.#sources = sources;
    this.#afterStep = afterStep;
  }

  /** Jumps from event to event until this instant; all work due by then has been done. */
  async runUntil(untilAt: Instant): Promise<void> {
    while (await this.#exclusively(() => this.#step(untilAt)));
    this.#clock.advanceTo(untilAt);
    this.wake();
  }

  /** Lets time run at the clock's speed until `stop`. */
  start(): void {
    this.#running ??= this.#keepPace();
  }

  /** Ends after the piece of work under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#running;
    await this.#turn;
  }

  /** To be called when a source got earlier work, or the clock another speed. */
  wake(): void {
    this.#wake();
  }

  async #keepPace(): Promise<void> {
    while (!this.#stopping) {
      const nextAt = this.#next()?.at ?? Number.POSITIVE_INFINITY;
      this.#clock.holdAt(nextAt);
      const waitMs = this.#clock.realMsUntil(nextAt);
      if (waitMs > 0) await this.#sleep(waitMs);
      else await this.#exclusively(() => this.#step(this.#clock.now()));
      // A clock that is behind never sleeps: requests, signals and timers must have their turn all the same.
      await new Promise(setImmediate);
    }
  }

  async #step(untilAt: Instant): Promise<boolean> {
    const next = this.#stopping ? null : this.#next();
    if (!next || next.at > untilAt) return false;
    this.#clock.advanceTo(next.at);
    this.#clock.holdAt(this.#clock.now());
    await next.source.run();
    await this.#afterStep();
    return true;
  }

  #next(): { source: EventSource; at: Instant } | null {
    let first: { source: EventSource; at: Instant } | null = null;
    for (const source of this.#sources) {
      const at = source.nextAt();
      if (at !== null && (first === null || at < first.at)) first = { source, at };
    }
    return first;
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, LONGEST_TIMER_MS));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
