import { METER_KW, type ModelCapacity } from '../../problem/model-capacity.ts';
import { dayLimits, housePeaks, peaksOf, sumOfLargest } from './day-limits.ts';

/** Room to the step's end that plans keep, kW, so that no rounding lifts them over it. */
const MARGIN_KW = 1e-7;
/** How often a step's days are divided anew before its search ends unfinished. */
const MOST_LOOKS = 80;
const PROVED_NOK = 5e-4;

/** What a search under one limit for each day's peak comes to. */
export interface Look<Found> {
  readonly boundNok: number;
  readonly found: Found | null;
  /** Import of each clock hour, kWh, with what was found. */
  readonly kwhOfHour: ArrayLike<number> | null;
}

export interface StepSearch<Found> {
  readonly boundNok: number;
  readonly found: Found | null;
  readonly foundNok: number;
}

interface Open<Found> extends Look<Found> {
  readonly limits: readonly number[];
}

/**
 * The cheapest plan whose demand stays within a step. How two days share what it leaves (their peaks are averaged) is not known, so
 * at first each day gets all of it; where the cheapest plan then takes too much together, the search branches: of a point on the edge of what
 * is allowed, one day or the other must stay below. Whatever `look` finds within limits of its own is a plan.
 */
export function withinStep<Found>(
  capacity: ModelCapacity,
  uptoKw: number,
  cutoffNok: number,
  look: (dayLimits: readonly number[], cutoffNok: number) => Look<Found>,
): StepSearch<Found> | null {
  const most = capacity.averaged * (uptoKw + METER_KW);
  const first = dayLimits(capacity, uptoKw);
  if (!first) return null;
  const alone = housePeaks(capacity);
  let [foundNok, found]: [number, Found | null] = [cutoffNok, null];
  const open: Open<Found>[] = [];
  const add = (limits: readonly number[]) => {
    const inside = limits.map((kw, day) => Math.max(alone[day] ?? 0, kw - MARGIN_KW));
    const result = look(inside, foundNok);
    const peaks = result.kwhOfHour && peaksOf(capacity, result.kwhOfHour);
    if (peaks && sumOfLargest(capacity, peaks) <= most) {
      if (result.boundNok < foundNok) [foundNok, found] = [result.boundNok, result.found];
    } else if (result.boundNok < foundNok) open.push({ ...result, limits });
  };
  add(first);
  let looks = 1;
  for (; looks < MOST_LOOKS; looks += 1) {
    open.sort((a, b) => a.boundNok - b.boundNok);
    const next = open[0];
    if (!next?.kwhOfHour || next.boundNok >= foundNok - PROVED_NOK) break;
    open.shift();
    const edge = edgePoint(capacity, peaksOf(capacity, next.kwhOfHour), alone, most);
    add(next.limits.map((kw, day) => Math.min(kw, edge[day] ?? kw)));
    for (const [day, kw] of edge.entries()) {
      const above = (peaksOf(capacity, next.kwhOfHour)[day] ?? 0) > kw;
      if (above) add(next.limits.with(day, kw));
    }
  }
  return {
    boundNok: open.reduce((least, { boundNok }) => Math.min(least, boundNok), foundNok),
    found,
    foundNok,
  };
}

/** From the house's own peaks straight towards these: the last point that is still allowed. */
function edgePoint(
  capacity: ModelCapacity,
  peaks: readonly number[],
  alone: readonly number[],
  most: number,
): number[] {
  const at = (share: number) => peaks.map((kw, day) => (alone[day] ?? 0) + share * (kw - (alone[day] ?? 0)));
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i += 1) {
    const middle = (low + high) / 2;
    if (sumOfLargest(capacity, at(middle)) <= most) low = middle;
    else high = middle;
  }
  return at(low);
}
