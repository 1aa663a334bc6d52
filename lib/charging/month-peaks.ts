import type { Home, MonthPeak } from '../homes/index.ts';
import { addDays, dayEnd, dayStart, HOUR_MS, type LocalDate } from '../time/index.ts';

/**
 * The highest clock hour of each day of the month that the plan ends in, but for the plan's own days: what is kept of days on which a
 * car charged, and on the others what the house alone is expected to have drawn.
 */
export function monthPeaks(
  { dayPeaks }: Pick<Home, 'dayPeaks'>,
  loadKw: (at: number) => number,
  first: LocalDate,
  last: LocalDate,
): MonthPeak[] {
  const kept = new Map(dayPeaks.map(({ date, kw }) => [date, kw]));
  const peaks: MonthPeak[] = [];
  for (let date = `${last.slice(0, 7)}-01`; date < first; date = addDays(date, 1)) {
    const [keptKw, aloneKw] = [kept.get(date) ?? 0, houseAlone(loadKw, date)];
    peaks.push({ date, kw: Math.max(keptKw, aloneKw), known: keptKw >= aloneKw });
  }
  return peaks;
}

function houseAlone(loadKw: (at: number) => number, date: LocalDate): number {
  let kw = 0;
  for (let at = dayStart(date); at < dayEnd(date); at += HOUR_MS) kw = Math.max(kw, loadKw(at));
  return kw;
}
