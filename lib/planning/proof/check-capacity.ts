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
  const withCarsKw = houseKw.map((kw, t) => kw + (evKw[t] ?? 0));
  const hours = clockHours(problem);
  const demandAloneKw = demandOf(problem, hours, houseKw);
  const demandKw = demandOf(problem, hours, withCarsKw);
  return {
    riseNok: feeOf(capacitySteps, demandKw) - feeOf(capacitySteps, demandAloneKw),
    demandKw,
    demandAloneKw,
  };
}

/** A clock hour of the horizon: its local day, and the slots that begin in it. */
interface ClockHour {
  readonly name: string;
  readonly day: string;
  readonly slots: number[];
}

/** By day, hour and UTC offset: the autumn hour that comes twice is two hours. */
function clockHours({ slots }: Problem): ClockHour[] {
  const hours: ClockHour[] = [];
  for (const [t, { start }] of slots.entries()) {
    const name = start.slice(0, 13) + (/(?:Z|[+-]\d\d:?\d\d)$/i.exec(start)?.[0] ?? '');
    const last = hours.at(-1);
    // Slots are consecutive: an hour's slots come one after the other.
    if (last?.name === name) last.slots.push(t);
    else hours.push({ name, day: start.slice(0, 10), slots: [t] });
  }
  return hours;
}

/** Mean of the (up to) three largest daily peaks, a peak being the day's largest clock-hour mean of import. */
function demandOf(
  { slots, monthTopPeaksKw = [] }: Problem,
  hours: readonly ClockHour[],
  netKw: readonly number[],
): number {
  const peakOfDay = new Map<string, number>();
  for (const hour of hours) {
    let kwh = 0;
    for (const t of hour.slots) kwh += (Math.max(0, netKw[t] ?? 0) * (slots[t]?.minutes ?? 0)) / 60;
    peakOfDay.set(hour.day, Math.max(peakOfDay.get(hour.day) ?? 0, kwh));
  }
  const largest = [...monthTopPeaksKw, ...peakOfDay.values()].sort((a, b) => b - a).slice(0, 3);
  return largest.reduce((sum, kw) => sum + kw, 0) / largest.length;
}

function feeOf(steps: readonly CapacityStep[], demandKw: number): number {
  const step = steps.find(({ uptoKw }) => demandKw <= uptoKw + METER_KW) ?? steps.at(-1);
  return step?.nokPerMonth ?? 0;
}
