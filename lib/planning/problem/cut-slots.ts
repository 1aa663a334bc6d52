import { HOUR_MS, type Instant } from '../../time/index.ts';

/** A stretch of time of one price. */
interface Stretch {
  readonly startAt: Instant;
  readonly minutes: 15 | 60;
}

/**
 * The `slotMaxKw` of a car that charges only from `fromAt` until `untilAt`: a slot that these cut carries no more than full power
 * gives in the part that is inside. Mean kW of the whole slot, as the problem wants it.
 */
export function cutSlots(
  slots: readonly Stretch[],
  { fromAt, untilAt }: { readonly fromAt: Instant; readonly untilAt: Instant },
  maxKw: number,
): number[] {
  return slots.map(({ startAt, minutes }) => {
    const wholeMs = (minutes * HOUR_MS) / 60;
    const insideMs = Math.min(startAt + wholeMs, untilAt) - Math.max(startAt, fromAt);
    return maxKw * Math.max(0, insideMs / wholeMs);
  });
}
