import { localHours } from './local-hours.ts';
import type { CapacityStep, Problem } from './problem.ts';

/** How many daily peaks the fee averages. */
const PEAKS_AVERAGED = 3;
/** Meters count whole watt-hours: a demand so little over a threshold, kW, is not over it. */
export const METER_KW = 1e-9;

/** The capacity fee's side of a problem: clock hours, days, and what the house alone comes to. */
export interface ModelCapacity {
  readonly steps: readonly CapacityStep[];
  /** Largest first. */
  readonly knownPeaksKw: readonly number[];
  /** How many peaks are averaged: min(3, days known). */
  readonly averaged: number;
  /** Clock hour that each slot belongs to, counted from 0. */
  readonly hourOfSlot: Int32Array;
  /** Local day that each clock hour belongs to, counted from 0. */
  readonly dayOfHour: Int32Array;
  readonly dayCount: number;
  /** Import of the house alone in each clock hour, kWh (its mean in kW); of cut hours what is inside the horizon. */
  readonly houseKwhOfHour: Float64Array;
  /** Mean of the largest peaks with the house alone, kW, and the fee for it, NOK per month. */
  readonly aloneKw: number;
  readonly aloneStep: number;
  readonly aloneNok: number;
}

export function modelCapacity(
  { slots, capacitySteps = [], monthTopPeaksKw = [] }: Problem,
  hours: Float64Array,
  houseKw: Float64Array,
): ModelCapacity | null {
  if (capacitySteps.length === 0) return null;
  const { hourOfSlot, dayOfHour, dayCount } = localHours(slots);
  const houseKwhOfHour = new Float64Array(dayOfHour.length);
  for (let t = 0; t < slots.length; t += 1) {
    const hour = hourOfSlot[t] ?? 0;
    houseKwhOfHour[hour] = (houseKwhOfHour[hour] ?? 0) + (houseKw[t] ?? 0) * (hours[t] ?? 0);
  }
  const knownPeaksKw = [...monthTopPeaksKw].sort((a, b) => b - a);
  const averaged = Math.min(PEAKS_AVERAGED, knownPeaksKw.length + dayCount);
  const days = { knownPeaksKw, averaged, dayCount, dayOfHour };
  const aloneKw = demandOf(days, houseKwhOfHour);
  const aloneStep = stepOf(capacitySteps, aloneKw);
  return {
    steps: capacitySteps,
    ...days,
    hourOfSlot,
    houseKwhOfHour,
    aloneKw,
    aloneStep,
    aloneNok: capacitySteps[aloneStep]?.nokPerMonth ?? 0,
  };
}

/** The month's demand with these imports in the clock hours, kW. */
export function demandOf(
  {
    knownPeaksKw,
    dayCount,
    dayOfHour,
    averaged,
  }: Pick<ModelCapacity, 'knownPeaksKw' | 'dayCount' | 'dayOfHour' | 'averaged'>,
  kwhOfHour: ArrayLike<number>,
): number {
  const dayPeaks = new Array<number>(dayCount).fill(0);
  for (let hour = 0; hour < dayOfHour.length; hour += 1) {
    const day = dayOfHour[hour] ?? 0;
    dayPeaks[day] = Math.max(dayPeaks[day] ?? 0, kwhOfHour[hour] ?? 0);
  }
  return meanOfLargest([...knownPeaksKw, ...dayPeaks], averaged);
}

function meanOfLargest(peaks: readonly number[], count: number): number {
  const sorted = peaks.toSorted((a, b) => b - a);
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += sorted[i] ?? 0;
  return sum / count;
}

/** The first step that reaches so far; beyond the last, the last. */
export function stepOf(steps: readonly CapacityStep[], demandKw: number): number {
  const step = steps.findIndex(({ uptoKw }) => demandKw <= uptoKw + METER_KW);
  return step < 0 ? steps.length - 1 : step;
}
