import type { Instant } from './oslo.ts';

/** The service's time as last heard, and how fast it runs. */
export interface MovingNow {
  readonly now: Instant;
  /** `performance.now()` when it was heard. */
  readonly heardAt: number;
  /** Service seconds per second; 0 where it stands still or cannot be told. */
  readonly speed: number;
}

/** What the service's clock shows at `performanceNow`. */
export function movedNow({ now, heardAt, speed }: MovingNow, performanceNow: number): Instant {
  return now + Math.max(0, performanceNow - heardAt) * speed;
}
