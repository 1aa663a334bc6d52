import type { Problem } from '../../../lib/planning/index.ts';
import { clockHour, judgeFee } from './judge-fee.ts';
import type { Program, Terms } from './program.ts';

/**
 * The month's capacity fee in the reference program: one binary for each step; a day's peak is at least each clock hour's kWh; the mean
 * of the k largest peaks P is least θ + Σ max(0, P − θ)/k over all θ. Returns the fee's rise, as terms and a constant.
 */
export function referenceFee(
  program: Program,
  problem: Problem,
  imports: readonly { readonly terms: Terms; readonly kw: number }[],
  marginKw: number,
): { terms: Terms; nok: number } {
  const { slots, capacitySteps = [], monthTopPeaksKw = [] } = problem;
  if (capacitySteps.length === 0) return { terms: [], nok: 0 };
  const alone = slots.map(({ baseLoadKw = 0, solarKw = 0 }) => baseLoadKw - solarKw);
  const peaks = dayPeaks(program, problem, imports);
  const averaged = Math.min(3, peaks.length + monthTopPeaksKw.length);
  const mean = meanOfLargest(program, peaks, monthTopPeaksKw, averaged);
  const mostKw = 1 + mostDemandKw(problem);
  const houseKw = judgeFee(problem, alone).demandKw;
  const steps = capacitySteps.map(({ uptoKw }, i) => {
    const isLast = i === capacitySteps.length - 1;
    // The house's own step stays its own, however near it is to the threshold.
    const limit = houseKw <= uptoKw && houseKw > uptoKw - marginKw ? houseKw : uptoKw - marginKw;
    return { y: program.binary(), limit: isLast ? Math.max(mostKw, uptoKw) : limit };
  });
  program.row(1, steps.map(({ y }) => [y, 1] as const), 1); // biome-ignore format: a row
  program.atMost([...mean, ...steps.map(({ y, limit }) => [y, -limit] as const)], 0);
  return {
    terms: steps.map(({ y }, i) => [y, capacitySteps[i]?.nokPerMonth ?? 0] as const),
    nok: -judgeFee(problem, alone).nok,
  };
}

/** A column for each day of the horizon: at least the kWh of each of its clock hours. */
function dayPeaks(
  program: Program,
  { slots }: Problem,
  imports: readonly { readonly terms: Terms; readonly kw: number }[],
): number[] {
  const peaks = new Map<string, number>();
  const hours = new Map<string, { peak: number; terms: (readonly [number, number])[]; kwh: number }>();
  for (const [t, { start, minutes }] of slots.entries()) {
    const day = start.slice(0, 10);
    const peak = peaks.get(day) ?? program.column(0, Number.POSITIVE_INFINITY);
    peaks.set(day, peak);
    const hour = hours.get(clockHour(start)) ?? { peak, terms: [], kwh: 0 };
    hours.set(clockHour(start), hour);
    hour.kwh += ((imports[t]?.kw ?? 0) * minutes) / 60;
    for (const [column, factor] of imports[t]?.terms ?? [])
      hour.terms.push([column, (factor * minutes) / 60]);
  }
  for (const { peak, terms, kwh } of hours.values()) {
    program.atLeast([[peak, 1], ...terms.map(([column, factor]) => [column, -factor] as const)], kwh);
  }
  return [...peaks.values()];
}

function meanOfLargest(program: Program, peaks: number[], known: readonly number[], count: number): Terms {
  const theta = program.column(0, Number.POSITIVE_INFINITY);
  const above = (bound: number, terms: Terms) => {
    const over = program.column(0, Number.POSITIVE_INFINITY);
    program.atLeast([[over, 1], [theta, 1], ...terms], bound);
    return over;
  };
  const overs = [...peaks.map((peak) => above(0, [[peak, -1]])), ...known.map((kw) => above(kw, []))];
  return [[theta, 1], ...overs.map((over) => [over, 1 / count] as const)];
}

/** No schedule can come above this, kW. A clock hour may hold nearly two: a slot of an hour belongs to the one it begins in. */
function mostDemandKw({ slots, vehicles, monthTopPeaksKw = [] }: Problem): number {
  const house = Math.max(...slots.map(({ baseLoadKw = 0 }) => baseLoadKw));
  const cars = vehicles.reduce((sum, { maxKw }) => sum + maxKw, 0);
  return Math.max(2 * (house + cars), ...monthTopPeaksKw);
}
