import type { CapacityStep, Problem } from '../problem/problem.ts';
import { type ClockHour, clockHours } from './clock-hours.ts';

/** Meters count whole watt-hours: less than this, kW, does not lift a demand over a threshold. */
const METER_KW = 1e-9;
/** How many daily peaks the fee averages. */
const PEAKS_AVERAGED = 3;

export interface CapacityCheck {
  readonly riseNok: number;
  readonly demandKw: number;
  readonly demandAloneKw: number;
}

/** What the cars add to the month's capacity fee: the step of house and cars together against that of the house alone. */
export function capacityCheck(problem: Problem, evKw: ArrayLike<number>): CapacityCheck {
  const { capacitySteps = [], monthTopPeaksKw = [] } = problem;
  if (capacitySteps.length === 0) return { riseNok: 0, demandKw: 0, demandAloneKw: 0 };
  const days = dayPeaks(clockHours(problem, evKw));
  const meanOf = (peaksKw: number[]) => {
    const largest = [...monthTopPeaksKw, ...peaksKw].sort((a, b) => b - a).slice(0, PEAKS_AVERAGED);
    return largest.reduce((sum, kw) => sum + kw, 0) / largest.length;
  };
  const demandAloneKw = meanOf(days.map(({ aloneKwh }) => aloneKwh));
  const demandKw = meanOf(days.map(({ togetherKwh }) => togetherKwh));
  return {
    riseNok: feeOf(capacitySteps, demandKw) - feeOf(capacitySteps, demandAloneKw),
    demandKw,
    demandAloneKw,
  };
}

/** The largest hours of each day, kWh: what they import is their mean in kW. */
interface DayPeaks {
  readonly day: string;
  aloneKwh: number;
  togetherKwh: number;
}

function dayPeaks(hours: readonly ClockHour[]): DayPeaks[] {
  const days: DayPeaks[] = [];
  let peaks: DayPeaks | undefined;
  for (const hour of hours) {
    if (hour.day !== peaks?.day) {
      const { day } = hour;
      peaks = days.find((known) => known.day === day);
      peaks ??= newDay(days, day);
    }
    peaks.aloneKwh = Math.max(peaks.aloneKwh, hour.aloneKwh);
    peaks.togetherKwh = Math.max(peaks.togetherKwh, hour.togetherKwh);
  }
  return days;
}

function newDay(days: DayPeaks[], day: string): DayPeaks {
  const peaks = { day, aloneKwh: 0, togetherKwh: 0 };
  days.push(peaks);
  return peaks;
}

function feeOf(steps: readonly CapacityStep[], demandKw: number): number {
  const step = steps.find(({ uptoKw }) => demandKw <= uptoKw + METER_KW) ?? steps.at(-1);
  return step?.nokPerMonth ?? 0;
}
