import { HOUR_MS, type Instant, QUARTER_MS } from '../../time/index.ts';
import type { MarketQuarter } from './publication.ts';

type Minutes = 15 | 30 | 60;

/** A run of prices in one resolution without a hole: one Period of a document. */
export interface Stretch {
  readonly startAt: Instant;
  readonly minutes: Minutes;
  readonly eurPerMwh: readonly number[];
}

export interface Cutting {
  /** `fine`: all in quarters. `coarsest`: each hour in 60, 30 or 15 minutes, as coarse as tells it truly. */
  readonly resolution: 'fine' | 'coarsest';
  /** Begins a new stretch after at most so many hours; null: only where resolution or time jumps. */
  readonly cutHours: number | null;
}

/** Cuts quarters of the market into stretches, ascending. Nothing is lost by it. */
export function stretchesOf(quarters: readonly MarketQuarter[], cutting: Cutting): Stretch[] {
  const stretches: Stretch[] = [];
  for (const piece of hoursOf(quarters).map((hour) => pieceOf(hour, cutting.resolution))) {
    const last = stretches.at(-1);
    if (last && continues(last, piece, cutting.cutHours)) {
      stretches[stretches.length - 1] = { ...last, eurPerMwh: [...last.eurPerMwh, ...piece.eurPerMwh] };
    } else {
      stretches.push(piece);
    }
  }
  return stretches;
}

export function endOf(stretch: Stretch): Instant {
  return stretch.startAt + stretch.eurPerMwh.length * stretch.minutes * 60_000;
}

function continues(last: Stretch, piece: Stretch, cutHours: number | null): boolean {
  const isFull = cutHours !== null && endOf(last) - last.startAt >= cutHours * HOUR_MS;
  return !isFull && last.minutes === piece.minutes && endOf(last) === piece.startAt;
}

function hoursOf(quarters: readonly MarketQuarter[]): MarketQuarter[][] {
  const hours = Map.groupBy(quarters, ({ startAt }) => Math.floor(startAt / HOUR_MS));
  return [...hours.values()];
}

/** The quarters of one clock hour as one piece; a broken hour stays in quarters. */
function pieceOf(hour: readonly MarketQuarter[], resolution: Cutting['resolution']): Stretch {
  const prices = hour.map(({ eurPerMwh }) => eurPerMwh);
  const [a, b, c, d] = prices;
  const startAt = hour[0]?.startAt ?? 0;
  if (resolution === 'fine' || prices.length !== 4) return { startAt, minutes: 15, eurPerMwh: prices };
  if (a === b && b === c && c === d) return { startAt, minutes: 60, eurPerMwh: prices.slice(0, 1) };
  if (a === b && c === d) return { startAt, minutes: 30, eurPerMwh: [prices[0] ?? 0, prices[2] ?? 0] };
  return { startAt, minutes: 15, eurPerMwh: prices };
}

/** Hourly means where asked for, as an aggregator that still thinks in hours would publish them. */
export function hourlyStretches(quarters: readonly MarketQuarter[]): Stretch[] {
  return hoursOf(quarters).map((hour) => ({
    startAt: hour[0]?.startAt ?? 0,
    minutes: 60,
    eurPerMwh: [hour.reduce((sum, { eurPerMwh }) => sum + eurPerMwh, 0) / hour.length],
  }));
}

/** Each price as a span of its own. */
export function spansOf(stretch: Stretch): { startAt: Instant; endAt: Instant; eurPerMwh: number }[] {
  const lengthMs = (stretch.minutes / 15) * QUARTER_MS;
  return stretch.eurPerMwh.map((eurPerMwh, i) => ({
    startAt: stretch.startAt + i * lengthMs,
    endAt: stretch.startAt + (i + 1) * lengthMs,
    eurPerMwh,
  }));
}
