import type { Clock } from '../../platform/index.ts';
import type { Instant } from '../../time/index.ts';

/** Real time lost to slow work that a fast clock makes up for; what is beyond stays lost (a laptop that slept). */
const MOST_CAUGHT_UP_MS = 500;

export interface VirtualClockOptions {
  readonly startAt: Instant;
  /** Simulated time per real time; 0 = paused; Infinity = moves only by `advanceTo`. */
  readonly speed: number;
  /** Real milliseconds, ever growing. */
  readonly realMs: () => number;
}

/**
 * Simulated time: runs at `speed` times real time, but never past the horizon, which the engine holds at the next event
 * until that event has been worked off. So a slow machine makes a night longer, never different.
 *
 *   simulated ┤          ╭──── horizon: waits for work
 *             │        ╱·
 *             │      ╱ ·    ╭─ moved on, lost time made up
 *             ┼────╱───┴───┴────────────────▶ real
 */
export class VirtualClock implements Clock {
  readonly #realMs: () => number;
  #speed: number;
  #anchorAt: Instant;
  #anchorMs: number;
  #reachedAt: Instant;
  #horizonAt: Instant;

  constructor(options: VirtualClockOptions) {
    this.#realMs = options.realMs;
    this.#speed = options.speed;
    this.#reachedAt = options.startAt;
    this.#horizonAt = options.startAt;
    this.#anchorAt = options.startAt;
    this.#anchorMs = options.realMs();
  }

  get speed(): number {
    return this.#speed;
  }

  now(): Instant {
    const at = Math.floor(Math.min(this.#pacedAt(), this.#horizonAt));
    this.#reachedAt = Math.max(this.#reachedAt, at);
    return this.#reachedAt;
  }

  setSpeed(speed: number): void {
    this.#anchor(this.now());
    this.#speed = speed;
  }

  /** Time may run up to here and no further. */
  holdAt(horizonAt: Instant): void {
    const before = this.now();
    this.#horizonAt = Math.max(horizonAt, before);
  }

  /** Time is now this instant, or later where it already was. */
  advanceTo(at: Instant): void {
    this.#reachedAt = Math.max(this.now(), at);
    this.#horizonAt = Math.max(this.#horizonAt, this.#reachedAt);
    const aheadMs = this.#pacedAt() - this.#reachedAt;
    const mostAheadMs = this.#speed > 1 ? this.#speed * MOST_CAUGHT_UP_MS : Number.POSITIVE_INFINITY;
    if (aheadMs < 0) this.#anchor(this.#reachedAt);
    else if (aheadMs > mostAheadMs) this.#anchor(this.#reachedAt + mostAheadMs);
  }

  /** Real milliseconds until the clock can show this instant; Infinity while paused. */
  realMsUntil(at: Instant): number {
    if (at <= this.now()) return 0;
    if (this.#speed === 0) return Number.POSITIVE_INFINITY;
    return Math.max(0, (at - this.#pacedAt()) / this.#speed);
  }

  #pacedAt(): Instant {
    if (!Number.isFinite(this.#speed)) return this.#reachedAt;
    return this.#anchorAt + (this.#realMs() - this.#anchorMs) * this.#speed;
  }

  #anchor(at: Instant): void {
    this.#anchorAt = at;
    this.#anchorMs = this.#realMs();
  }
}
