import { type Instant, QUARTER_MS, quarterStart } from '../time/index.ts';

export interface Span {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** How much of these spans lies in each quarter hour; the shares add up to 1. Empty where the spans have no length. */
export function quarterShares(
  spans: readonly Span[],
): { readonly startAt: Instant; readonly share: number }[] {
  const totalMs = spans.reduce((sum, { fromAt, untilAt }) => sum + untilAt - fromAt, 0);
  if (totalMs <= 0) return [];
  return spans
    .flatMap((span) => quartersIn(span))
    .map(({ startAt, ms }) => ({ startAt, share: ms / totalMs }));
}

function quartersIn({ fromAt, untilAt }: Span): { startAt: Instant; ms: number }[] {
  const parts: { startAt: Instant; ms: number }[] = [];
  for (let startAt = quarterStart(fromAt); startAt < untilAt; startAt += QUARTER_MS) {
    parts.push({ startAt, ms: Math.min(untilAt, startAt + QUARTER_MS) - Math.max(fromAt, startAt) });
  }
  return parts;
}

/** The parts of `spans` inside `within`. */
export function clip(spans: readonly Span[], within: Span): Span[] {
  return spans
    .map(({ fromAt, untilAt }) => ({
      fromAt: Math.max(fromAt, within.fromAt),
      untilAt: Math.min(untilAt, within.untilAt),
    }))
    .filter(({ fromAt, untilAt }) => fromAt < untilAt);
}
