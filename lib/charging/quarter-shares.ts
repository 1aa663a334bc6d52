import { type Instant, QUARTER_MS, quarterStart } from '../time/index.ts';

export interface Span {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/**
 * How much of what flows in these spans lies in each quarter hour, even where none says at what power; the shares add up to 1. Empty where
 * nothing flows.
 */
export function quarterShares(
  spans: readonly (Span & { readonly kw?: number })[],
): { readonly startAt: Instant; readonly share: number }[] {
  const total = spans.reduce((sum, { fromAt, untilAt, kw = 1 }) => sum + (untilAt - fromAt) * kw, 0);
  if (total <= 0) return [];
  return spans.flatMap((span) =>
    quartersIn(span).map(({ startAt, ms }) => ({ startAt, share: (ms * (span.kw ?? 1)) / total })),
  );
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
