import type { Plan, Prices } from '../api/types.ts';
import { type Instant, instant, QUARTER_MS } from '../time/oslo.ts';
import type { Span } from './picture-span.ts';
import { bandsOf, type PriceBands } from './price-bands.ts';

/** One quarter hour of the picture. */
export interface Quarter {
  readonly startAt: Instant;
  /** øre/kWh as the customer pays it; null where it is not known. */
  readonly price: number | null;
  /** What the price is made of; null where that is not known. */
  readonly bands: PriceBands | null;
  /** The price is nobody's yet: the plan stands on a forecast of it. */
  readonly isGuess: boolean;
  /** Share of the quarter in which the plan charges, 0–1. */
  readonly charging: number;
  /** Power while the plan charges; 0 where it does not, null where the plan does not tell. */
  readonly kw: number | null;
  /** Current it is held to; null where it may take all it can, or the quarter has several. */
  readonly ampere: number | null;
}

type Known = Pick<Quarter, 'price' | 'bands' | 'isGuess'>;
const unknown: Known = { price: null, bands: null, isGuess: false };

/** The span's quarter hours, whole, with what is known of each. Counted on UTC, so days of 23 and 25 hours come out right. */
export function quartersOf({ fromAt, untilAt }: Span, prices: Prices | null, plan: Plan | null): Quarter[] {
  const known = new Map<Instant, Known>();
  const guessedFromAt = plan?.guessedFrom ? instant(plan.guessedFrom) : Number.POSITIVE_INFINITY;
  for (const { start, priceOrePerKwh } of plan?.slots ?? []) {
    const price = priceOf(priceOrePerKwh, plan);
    known.set(instant(start), { price, bands: null, isGuess: instant(start) >= guessedFromAt });
  }
  for (const { start, priceOrePerKwh, parts } of prices?.slots ?? []) {
    const bands = bandsOf(parts, prices?.vatPercent ?? 0);
    known.set(instant(start), { price: priceOrePerKwh, bands, isGuess: false });
  }
  const powers = new Map(plan?.slots.map(({ start, powerKw }) => [instant(start), powerKw]));
  const quarters: Quarter[] = [];
  for (let startAt = fromAt; startAt < untilAt; startAt += QUARTER_MS) {
    const charged = chargedIn(startAt, plan?.windows ?? [], powers);
    quarters.push({ startAt, ...(known.get(startAt) ?? unknown), ...charged });
  }
  return quarters;
}

/** `powers`: means over whole quarters, kW. */
function chargedIn(
  startAt: Instant,
  windows: Plan['windows'],
  powers: ReadonlyMap<Instant, number>,
): Pick<Quarter, 'charging' | 'kw' | 'ampere'> {
  const inside = windows.filter((window) => overlap(startAt, window) > 0);
  const charging = inside.reduce((sum, window) => sum + overlap(startAt, window), 0) / QUARTER_MS;
  const [only, ...more] = inside;
  if (!only) return { charging, kw: 0, ampere: null };
  const kw = (powers.get(startAt) ?? Number.NaN) / charging;
  if (more.length > 0) return { charging, kw: kw || null, ampere: null };
  // At its edges a window is told to the minute: its power is that of a quarter it fills.
  const whole = Math.ceil(instant(only.from) / QUARTER_MS) * QUARTER_MS;
  const fills = whole + QUARTER_MS <= instant(only.until);
  return { charging, kw: (fills && powers.get(whole)) || kw || null, ampere: only.ampere };
}

/** A plan made without prices carries zeros in their place; they are not prices. */
function priceOf(price: number, plan: Plan | null): number | null {
  return plan?.status === 'no-prices' && price === 0 ? null : price;
}

function overlap(startAt: Instant, { from, until }: { from: string; until: string }): number {
  return Math.max(0, Math.min(instant(until), startAt + QUARTER_MS) - Math.max(instant(from), startAt));
}
