import type { Problem } from '../../../lib/planning/index.ts';

/** Forgiven at a threshold, kW: what adding numbers in another order may change, and no more. */
const NOISE_KW = 1e-11;

/** What the month's capacity fee is for a net load (house − sun + cars, kW for each slot), read from the contract. */
export function judgeFee(problem: Problem, netKw: readonly number[]): { demandKw: number; nok: number } {
  const { slots, capacitySteps = [], monthTopPeaksKw = [] } = problem;
  if (capacitySteps.length === 0) return { demandKw: 0, nok: 0 };
  const hours: { day: string; name: string; kwh: number }[] = [];
  slots.forEach(({ start, minutes }, t) => {
    const name = clockHour(start);
    let hour = hours.find((other) => other.name === name);
    if (!hour) {
      hour = { name, day: start.slice(0, 10), kwh: 0 };
      hours.push(hour);
    }
    hour.kwh += Math.max(netKw[t] ?? 0, 0) * (minutes / 60);
  });
  const days = [...new Set(hours.map(({ day }) => day))];
  const peaks = days.map((day) =>
    Math.max(...hours.filter((hour) => hour.day === day).map(({ kwh }) => kwh)),
  );
  const all = [...peaks, ...monthTopPeaksKw].sort((one, other) => other - one);
  const k = Math.min(3, all.length);
  let demandKw = 0;
  for (let i = 0; i < k; i += 1) demandKw += (all[i] ?? 0) / k;
  const step = capacitySteps.find(({ uptoKw }) => demandKw - NOISE_KW <= uptoKw) ?? capacitySteps.at(-1);
  return { demandKw, nok: step?.nokPerMonth ?? 0 };
}

/** `2026-10-25T02+02:00`: the hour that comes twice in autumn is two. */
export function clockHour(start: string): string {
  const offset = start.endsWith('Z') ? 'Z' : start.slice(-6);
  return `${start.slice(0, 13)}${offset}`;
}
