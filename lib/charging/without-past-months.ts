import type { Home } from '../homes/index.ts';
import { dayStart, type Instant, type LocalDate, localDate } from '../time/index.ts';

/** The home without hours and days of months that are over: they decide nothing any more, and the customer was told that they go. */
export function withoutPastMonths(home: Home, now: Instant): Home {
  const thisMonth = monthOf(localDate(now));
  const carHours = home.carHours.filter(({ startAt }) => monthOf(localDate(startAt)) === thisMonth);
  const dayPeaks = home.dayPeaks.filter(({ date }) => monthOf(date) === thisMonth);
  return { ...home, carHours, dayPeaks };
}

/** When what the home keeps of its month is to go; null where it keeps nothing. */
export function monthKeptUntil({ carHours, dayPeaks }: Home): Instant | null {
  const dates = [...dayPeaks.map(({ date }) => date), ...carHours.map(({ startAt }) => localDate(startAt))];
  const last = dates.sort().at(-1);
  return last === undefined ? null : dayStart(nextMonth(last));
}

function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

function nextMonth(date: LocalDate): LocalDate {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${next[0]}-${String(next[1]).padStart(2, '0')}-01`;
}
