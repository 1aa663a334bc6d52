import type { CarHour, DayPeak, FinishedSession, Home, HomeVehicle } from '../homes/index.ts';
import { hourStart, type Instant, type LocalDate, localDate } from '../time/index.ts';
import { type Flow, flowedIn } from './flowed-in.ts';
import { houseLoad } from './house-load.ts';
import { quarterShares } from './quarter-shares.ts';

/**
 * The home with what this car took since it was read last, in the clock hours it flowed in: the capacity fee counts those. Hours of
 * earlier days go, their day's highest stays until the month is over.
 */
export function withCarEnergy(
  home: Home,
  before: HomeVehicle,
  after: HomeVehicle,
  finished: FinishedSession | null,
): Home {
  const meteredKwh = (finished ?? after.session)?.gridKwh ?? 0;
  const kwh = meteredKwh - (before.session?.gridKwh ?? 0);
  const untilAt = after.observed?.observedAt ?? 0;
  const fromAt = before.session?.meter.at ?? after.session?.pluggedInAt ?? untilAt;
  if (kwh <= 0 || untilAt <= fromAt) return home;
  const today = localDate(untilAt);
  const loadKw = houseLoad(home, untilAt);
  const hours = new Map(home.carHours.map((hour): [Instant, number] => [hour.startAt, hour.kwh]));
  for (const hour of hourShares(flowedIn(before, { fromAt, untilAt }), kwh)) {
    hours.set(hour.startAt, (hours.get(hour.startAt) ?? 0) + hour.kwh);
  }
  const all = [...hours].sort(([a], [b]) => a - b).map(([startAt, hourKwh]) => ({ startAt, kwh: hourKwh }));
  const dayPeaks = withPeaksOf(home.dayPeaks, all, loadKw).filter(({ date }) => isInMonth(date, today));
  return { ...home, dayPeaks, carHours: all.filter(({ startAt }) => localDate(startAt) === today) };
}

function isInMonth(date: LocalDate, today: LocalDate): boolean {
  return date.slice(0, 7) === today.slice(0, 7);
}

/** An hour's mean power is its kWh: the house as expected, and what the cars took. */
function withPeaksOf(
  known: readonly DayPeak[],
  hours: readonly CarHour[],
  loadKw: (at: Instant) => number,
): DayPeak[] {
  const peaks = new Map(known.map(({ date, kw }) => [date, kw]));
  for (const { startAt, kwh } of hours) {
    const date = localDate(startAt);
    peaks.set(date, Math.max(peaks.get(date) ?? 0, kwh + loadKw(startAt)));
  }
  return [...peaks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, kw]) => ({ date, kw }));
}

/** Each quarter hour's share, in its clock hour. */
function hourShares(flows: readonly Flow[], kwh: number): CarHour[] {
  return quarterShares(flows).map(({ startAt, share }) => ({
    startAt: hourStart(startAt),
    kwh: kwh * share,
  }));
}
