import { METER_KW, type ModelCapacity } from '../../problem/model-capacity.ts';
import { dayLimits, housePeaks, peaksOf, sumOfLargest } from './day-limits.ts';

/** Room to the step's end that plans keep, kW, so that no rounding lifts them over it. */
const MARGIN_KW = 1e-7;
const PROVED_NOK = 7e-4;
/** Nearer than this the points on the edge are no longer tried for a better plan, except at first. */
const CLOSE_NOK = 0.02;
const FIRST_LOOKS = 20;

/** What a search under one limit for each day's peak comes to. */
export interface Look<Found> {
  readonly boundNok: number;
  readonly found: Found | null;
  /** Import of each clock hour, kWh, with what was found. */
  readonly kwhOfHour: ArrayLike<number> | null;
}

export interface StepOptions {
  readonly uptoKw: number;
  /** Plans that cost more, their fee apart, are of no interest. */
  readonly cutoffNok: number;
  readonly mostLooks: number;
}

export interface StepSearch<Found> {
  readonly boundNok: number;
  readonly found: Found | null;
  readonly foundNok: number;
}

/** Plans that are still to be looked at: none costs less, and the cheapest has these peaks. */
interface Open {
  readonly boundNok: number;
  readonly limits: readonly number[];
  /** Null where the look gave up. */
  readonly peaks: readonly number[] | null;
}

/**
 * The cheapest plan whose demand stays within a step. How two days share what it leaves (their peaks are averaged) is not known: at
 * first each day gets all of it, and while the cheapest plan then takes too much together, the search branches at a point in the
 * middle of the edge of what is allowed: one day or the other must stay below it. A plan found below it for all days holds.
 */
export function withinStep<Found>(
  capacity: ModelCapacity,
  { uptoKw, cutoffNok, mostLooks }: StepOptions,
  look: (dayLimits: readonly number[], cutoffNok: number) => Look<Found>,
): StepSearch<Found> | null {
  const mostKw = capacity.averaged * (uptoKw + METER_KW);
  const alone = housePeaks(capacity);
  if (sumOfLargest(capacity, alone) > mostKw) return null;
  let [foundNok, found]: [number, Found | null] = [cutoffNok, null];
  const open: Open[] = [];
  let looks = 0;
  const add = (limits: readonly number[]) => {
    looks += 1;
    const result = look(
      limits.map((kw, day) => Math.max(alone[day] ?? 0, kw - MARGIN_KW)),
      foundNok,
    );
    if (result.boundNok >= foundNok) return;
    const peaks = result.kwhOfHour && peaksOf(capacity, result.kwhOfHour);
    if (peaks && sumOfLargest(capacity, peaks) <= mostKw) [foundNok, found] = [result.boundNok, result.found];
    else open.push({ boundNok: result.boundNok, peaks, limits });
  };
  add(dayLimits(capacity, alone, mostKw));
  while (looks < mostLooks) {
    open.sort((a, b) => a.boundNok - b.boundNok);
    const next = open[0];
    if (!next?.peaks || next.boundNok >= foundNok - PROVED_NOK) break;
    open.shift();
    const middle = edgeBetween(
      capacity,
      leftByOthers(capacity, next.limits, alone, mostKw),
      next.peaks,
      mostKw,
    );
    if (next.boundNok < foundNok - CLOSE_NOK || looks < FIRST_LOOKS) add(middle);
    for (const [day, kw] of middle.entries()) {
      if (kw >= (next.limits[day] ?? 0)) continue;
      const below = { ...next, limits: next.limits.with(day, kw) };
      if (next.peaks.every((peak, d) => peak <= (below.limits[d] ?? 0))) open.push(below);
      else add(below.limits);
    }
  }
  return {
    boundNok: open.reduce((least, { boundNok }) => Math.min(least, boundNok), foundNok),
    found,
    foundNok,
  };
}

/** From one point that is allowed straight to one that is not: the last that is allowed. */
function edgeBetween(
  capacity: ModelCapacity,
  inside: readonly number[],
  outside: readonly number[],
  mostKw: number,
): number[] {
  const at = (share: number) => inside.map((kw, day) => kw + share * ((outside[day] ?? 0) - kw));
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    if (sumOfLargest(capacity, at(middle)) <= mostKw) low = middle;
    else high = middle;
  }
  return at(low);
}

/** What each day is left when the others use their limits in full, but not below the house's own. */
function leftByOthers(
  capacity: ModelCapacity,
  limits: readonly number[],
  alone: readonly number[],
  mostKw: number,
): number[] {
  return dayLimits(capacity, limits, mostKw).map((kw, day) =>
    Math.min(limits[day] ?? 0, Math.max(alone[day] ?? 0, kw)),
  );
}
