import type { ModelCapacity } from '../../problem/model-capacity.ts';

/** Sum of the largest that the fee averages, of the known peaks and these of the horizon's days, kW. */
export function sumOfLargest(
  { knownPeaksKw, averaged }: ModelCapacity,
  dayPeaksKw: readonly number[],
): number {
  return [...knownPeaksKw, ...dayPeaksKw]
    .sort((a, b) => b - a)
    .slice(0, averaged)
    .reduce((sum, kw) => sum + kw, 0);
}

/** The house's own peak of each day, kW. */
export function housePeaks({ dayCount, dayOfHour, houseKwhOfHour }: ModelCapacity): number[] {
  return peaksOf({ dayCount, dayOfHour }, houseKwhOfHour);
}

/** Each day's largest hour, kW. */
export function peaksOf(
  { dayCount, dayOfHour }: Pick<ModelCapacity, 'dayCount' | 'dayOfHour'>,
  kwhOfHour: ArrayLike<number>,
): number[] {
  const peaks = new Array<number>(dayCount).fill(0);
  for (const [hour, day] of dayOfHour.entries()) peaks[day] = Math.max(peaks[day] ?? 0, kwhOfHour[hour] ?? 0);
  return peaks;
}

/** The most that each day's peak may be where the largest come to at most `mostKw` and the other days' peaks are these, kW. */
export function dayLimits(capacity: ModelCapacity, peaksKw: readonly number[], mostKw: number): number[] {
  const others = { ...capacity, averaged: capacity.averaged - 1 };
  return peaksKw.map((_, day) => mostKw - sumOfLargest(others, peaksKw.with(day, 0)));
}
