import { HOUR_MS, hourStart, type Instant } from '../../lib/time/index.ts';

/** A car that was plugged in and got this much energy. */
export interface Session {
  /** Who charged; null where the table does not say. */
  readonly user: string | null;
  readonly plugInAt: Instant;
  readonly plugOutAt: Instant;
  /** Grid side. */
  readonly kwh: number;
}

/** The clock hours that a stay touches. */
export function hoursOf(fromAt: Instant, untilAt: Instant): Instant[] {
  const firstAt = hourStart(fromAt);
  const count = Math.max(0, Math.ceil((untilAt - firstAt) / HOUR_MS));
  return Array.from({ length: count }, (_, i) => firstAt + i * HOUR_MS);
}
