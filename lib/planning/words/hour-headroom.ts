import type { PlanFacts } from './plan-facts.ts';

/** An hour with less room than this, kWh, is full. */
export const FULL_KWH = 1e-4;

/** How much more each clock hour can take before the month's demand passes the top of the step it is in, kWh; null without steps or in the last. */
export function hourHeadroom({ model, evKw, check }: PlanFacts): Float64Array | null {
  const { capacity, hours, houseKw, surplusKw } = model;
  const step = capacity?.steps.find(({ uptoKw }) => check.demandKw <= uptoKw + 1e-9);
  if (!capacity || !step || step === capacity.steps.at(-1)) return null;
  const { hourOfSlot, dayOfHour, dayCount, knownPeaksKw, averaged } = capacity;
  const kwh = new Float64Array(dayOfHour.length);
  for (const [t, hour] of hourOfSlot.entries()) {
    const netKw = (houseKw[t] ?? 0) - (surplusKw[t] ?? 0) + (evKw[t] ?? 0);
    kwh[hour] = (kwh[hour] ?? 0) + Math.max(0, netKw) * (hours[t] ?? 0);
  }
  const peaks = new Float64Array(dayCount);
  for (const [hour, d] of dayOfHour.entries()) peaks[d] = Math.max(peaks[d] ?? 0, kwh[hour] ?? 0);
  const mostOfDay = peaks.map((_, d) => {
    const others = [...knownPeaksKw, ...peaks.filter((_peak, other) => other !== d)].sort((a, b) => b - a);
    return averaged * step.uptoKw - others.slice(0, averaged - 1).reduce((sum, peak) => sum + peak, 0);
  });
  return kwh.map((used, hour) => (mostOfDay[dayOfHour[hour] ?? 0] ?? 0) - used);
}
