import type { Plan, Prices } from '../api/types.ts';
import { type Instant, instant, QUARTER_MS } from '../time/oslo.ts';
import type { Span } from './picture-span.ts';

/** One quarter hour of the picture. */
export interface Quarter {
  readonly startAt: Instant;
  /** øre/kWh as the customer pays it; null where it is not known. */
  readonly price: number | null;
  /** Share of the quarter in which the plan charges, 0–1. */
  readonly charging: number;
}

/** The span's quarter hours, whole, with what is known of each. Counted on UTC, so days of 23 and 25 hours come out right. */
export function quartersOf({ fromAt, untilAt }: Span, prices: Prices | null, plan: Plan | null): Quarter[] {
  const known = new Map<Instant, number>();
  for (const slot of plan?.slots ?? []) known.set(instant(slot.start), slot.priceOrePerKwh);
  for (const slot of prices?.slots ?? []) known.set(instant(slot.start), slot.priceOrePerKwh);
  const windows = plan?.windows ?? [];
  const quarters: Quarter[] = [];
  for (let startAt = fromAt; startAt < untilAt; startAt += QUARTER_MS) {
    const charging = windows.reduce((sum, window) => sum + overlap(startAt, window), 0) / QUARTER_MS;
    quarters.push({ startAt, price: priceOf(known.get(startAt), plan), charging });
  }
  return quarters;
}

/** A plan made without prices carries zeros in their place; they are not prices. */
function priceOf(price: number | undefined, plan: Plan | null): number | null {
  if (price === undefined) return null;
  return plan?.status === 'no-prices' && price === 0 ? null : price;
}

function overlap(startAt: Instant, { from, until }: { from: string; until: string }): number {
  return Math.max(0, Math.min(instant(until), startAt + QUARTER_MS) - Math.max(instant(from), startAt));
}
