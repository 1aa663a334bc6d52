import { type Instant, QUARTER_MS } from '../time/oslo.ts';
import type { Span } from './picture-span.ts';
import { type PriceBands, sameBands } from './price-bands.ts';
import type { Quarter } from './quarters.ts';

/** A stretch of time at one price and power. */
export interface Stretch {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly price: number | null;
  readonly bands: PriceBands | null;
  readonly isGuess: boolean;
  /** Power while the plan charges; null where the plan does not tell. */
  readonly kw: number | null;
}

/** The spans, cut where the price, what it is made of or the power changes, and at the edges of the picture. */
export function priceStretches(spans: readonly Span[], quarters: readonly Quarter[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const span of spans) {
    for (const { startAt, price, bands, isGuess, kw } of quarters) {
      const fromAt = Math.max(startAt, span.fromAt);
      const untilAt = Math.min(startAt + QUARTER_MS, span.untilAt);
      if (fromAt < untilAt) append(stretches, { fromAt, untilAt, price, bands, isGuess, kw });
    }
  }
  return stretches;
}

/** Neighbours of one price are painted as one: no seams between quarters. */
function append(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1);
  const goesOn =
    last &&
    last.untilAt === stretch.fromAt &&
    last.price === stretch.price &&
    last.isGuess === stretch.isGuess &&
    last.kw === stretch.kw;
  if (goesOn && sameBands(last.bands, stretch.bands)) {
    stretches[stretches.length - 1] = { ...last, untilAt: stretch.untilAt };
  } else {
    stretches.push(stretch);
  }
}
