import { type LocalDate, localDate } from '../time/index.ts';
import type { HouseHour } from './house-forecast.ts';

/** A step of the capacity fee: its whole price is due for a demand up to so much. */
export interface FeeStep {
  readonly uptoKw: number;
  readonly nokPerMonth: number;
}

/** What a plan in the middle of a month knows of it. */
export interface MonthSoFar {
  /** The grid owner's, ascending, no step cheaper than the one before. */
  readonly steps: readonly FeeStep[];
  /** The highest hour of each day of the month outside the plan, kW. */
  readonly peaksKw: readonly number[];
  /** What the meter shows or is expected to show without the planned charging, in the plan's hours. */
  readonly hours: readonly HouseHour[];
}

/** How many days' peaks the fee averages. */
const AVERAGED = 3;
/**
 * What a kW more of demand is worth while the month is not over, NOK, beside the fee of the step reached: room under the step that a later
 * day may need, and a margin for hours that come out higher than expected. Chosen by measurement: docs/month.md.
 */
const ROOM_NOK_PER_KW = 6;
/** The room is cut into slices from the demand of the house alone: finely where most plans end, in all so far, kW. */
const SLICES = [
  { kw: 0.1, uptoKw: 2 },
  { kw: 0.5, uptoKw: 6 },
] as const;
const ROOM_KW = 6;

/**
 * The month as a problem takes it: the grid owner's steps with, on top of each fee, the worth of the room that a higher demand leaves less of;
 * and the three highest peaks so far. Ascending, no step cheaper than the one before, at most 29 more than the owner's.
 */
export function monthSteps({ steps, peaksKw, hours }: MonthSoFar): {
  readonly capacitySteps: FeeStep[];
  readonly monthTopPeaksKw: number[];
} {
  const aloneKw = meanOfHighest([...peaksKw, ...dayPeaks(hours)]);
  const slices = slicesFrom(aloneKw);
  const capacitySteps = steps.flatMap(({ uptoKw, nokPerMonth }, i) => {
    const fromKw = steps[i - 1]?.uptoKw ?? Number.NEGATIVE_INFINITY;
    const inside = slices.filter((kw) => kw > fromKw && kw < uptoKw);
    return [...inside, uptoKw].map((kw) => ({
      uptoKw: kw,
      nokPerMonth: nokPerMonth + ROOM_NOK_PER_KW * Math.min(ROOM_KW, Math.max(0, kw - aloneKw)),
    }));
  });
  return { capacitySteps, monthTopPeaksKw: highest(peaksKw) };
}

function slicesFrom(aloneKw: number): number[] {
  const slices = [aloneKw];
  let above = 0;
  for (const { kw, uptoKw } of SLICES) {
    const count = Math.round((uptoKw - above) / kw);
    for (let i = 1; i <= count; i += 1) slices.push(aloneKw + above + i * kw);
    above = uptoKw;
  }
  return slices.filter((kw) => kw > 0);
}

function dayPeaks(hours: readonly HouseHour[]): number[] {
  const peaks = new Map<LocalDate, number>();
  for (const { startAt, kw } of hours) {
    const date = localDate(startAt);
    peaks.set(date, Math.max(peaks.get(date) ?? 0, kw));
  }
  return [...peaks.values()];
}

function highest(peaksKw: readonly number[]): number[] {
  return peaksKw.toSorted((a, b) => b - a).slice(0, AVERAGED);
}

function meanOfHighest(peaksKw: readonly number[]): number {
  const counted = highest(peaksKw);
  return counted.reduce((sum, kw) => sum + kw, 0) / Math.max(1, counted.length);
}
