import type { Home, MonthPeak } from '../homes/index.ts';
import {
  addDays,
  dayEnd,
  dayStart,
  HOUR_MS,
  hourStart,
  type Instant,
  type LocalDate,
  localDate,
} from '../time/index.ts';

/**
 * The highest clock hour of each day of the month that the plan ends in, but for the plan's own days: what is kept of days on which a
 * car charged, and on the others what the house alone is expected to have drawn.
 */
export function monthPeaks(
  { dayPeaks }: Pick<Home, 'dayPeaks'>,
  loadKw: (at: Instant) => number,
  first: LocalDate,
  last: LocalDate,
): MonthPeak[] {
  const kept = new Map(dayPeaks.map(({ date, kw }) => [date, kw]));
  const peaks: MonthPeak[] = [];
  for (let date = `${last.slice(0, 7)}-01`; date < first; date = addDays(date, 1)) {
    const [keptKw, aloneKw] = [kept.get(date) ?? 0, highest(loadKw, dayStart(date), dayEnd(date))];
    peaks.push({ date, kw: Math.max(keptKw, aloneKw), known: keptKw >= aloneKw });
  }
  return peaks;
}

/**
 * The highest of today's clock hours that are over, last night's charging among them; null in the day's first hour. What is kept of today may
 * hold the part of this hour that is behind: no more than the hour will come to.
 */
export function peakEarlierToday(
  { dayPeaks, carHours }: Pick<Home, 'dayPeaks' | 'carHours'>,
  loadKw: (at: Instant) => number,
  now: Instant,
): MonthPeak | null {
  const date = localDate(now);
  const [from, until] = [dayStart(date), hourStart(now)];
  if (from >= until) return null;
  const over = carHours.filter(({ startAt }) => startAt >= from && startAt < until);
  const withCars = over.map(({ startAt, kwh }) => kwh + loadKw(startAt));
  const keptKw = Math.max(0, ...withCars, dayPeaks.find((peak) => peak.date === date)?.kw ?? 0);
  const aloneKw = highest(loadKw, from, until);
  return { date, kw: Math.max(keptKw, aloneKw), known: keptKw >= aloneKw };
}

function highest(loadKw: (at: Instant) => number, from: Instant, until: Instant): number {
  let kw = 0;
  for (let at = from; at < until; at += HOUR_MS) kw = Math.max(kw, loadKw(at));
  return kw;
}
