import type { CapacityStep, Problem } from '../problem/problem.ts';

/** Meters count whole watt-hours: less than this, kW, does not lift a demand over a threshold. */
const METER_KW = 1e-9;

export interface CapacityCheck {
  readonly riseNok: number;
  readonly demandKw: number;
  readonly demandAloneKw: number;
}

/** What the cars add to the month's capacity fee: the step of house and cars together against that of the house alone. */
export function capacityCheck(problem: Problem, evKw: readonly number[]): CapacityCheck {
  const { capacitySteps = [], slots } = problem;
  if (capacitySteps.length === 0) return { riseNok: 0, demandKw: 0, demandAloneKw: 0 };
  const houseKw = slots.map(({ baseLoadKw = 0, solarKw = 0 }) => baseLoadKw - solarKw);
  const demandAloneKw = demandOf(problem, houseKw);
  const demandKw = demandOf(
    problem,
    houseKw.map((kw, t) => kw + (evKw[t] ?? 0)),
  );
  return {
    riseNok: feeOf(capacitySteps, demandKw) - feeOf(capacitySteps, demandAloneKw),
    demandKw,
    demandAloneKw,
  };
}

/** Mean of the (up to) three largest daily peaks, a peak being the day's largest clock-hour mean of import. */
function demandOf({ slots, monthTopPeaksKw = [] }: Problem, netKw: readonly number[]): number {
  const kwhOfHour = new Map<string, number>();
  for (const [t, { start, minutes }] of slots.entries()) {
    const hour = localHourOf(start);
    kwhOfHour.set(hour, (kwhOfHour.get(hour) ?? 0) + (Math.max(0, netKw[t] ?? 0) * minutes) / 60);
  }
  const peakOfDay = new Map<string, number>();
  for (const [hour, kwh] of kwhOfHour) {
    const day = hour.slice(0, 10);
    peakOfDay.set(day, Math.max(peakOfDay.get(day) ?? 0, kwh));
  }
  const largest = [...monthTopPeaksKw, ...peakOfDay.values()].sort((a, b) => b - a).slice(0, 3);
  return largest.reduce((sum, kw) => sum + kw, 0) / largest.length;
}

/** Day, hour and UTC offset: the autumn hour that comes twice is two hours. */
function localHourOf(start: string): string {
  return start.slice(0, 13) + (/(?:Z|[+-]\d\d:?\d\d)$/i.exec(start)?.[0] ?? '');
}

function feeOf(steps: readonly CapacityStep[], demandKw: number): number {
  const step = steps.find(({ uptoKw }) => demandKw <= uptoKw + METER_KW) ?? steps.at(-1);
  return step?.nokPerMonth ?? 0;
}
