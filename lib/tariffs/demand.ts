import { addDays, type LocalDate, weekdayOf } from '../time/index.ts';
import type { CapacityMethod } from './grid-owner.ts';

/** A clock hour's mean power at the metering point, which is its kWh, on the local day it belongs to. */
export interface HourLoad {
  readonly date: LocalDate;
  readonly kw: number;
}

/** A calendar month, `YYYY-MM`. */
export type Month = string;

/**
 * Fjellnett's season weights by month, January first; a week counts with the month of its Monday (the owner's common
 * provisions at fjellnett.no). It is the one owner with this method.
 */
const seasonWeights = [1, 1, 0.85, 0.5, 0.3, 0.25, 0.25, 0.25, 0.3, 0.45, 0.7, 0.95] as const;

/**
 * The demand that a month's capacity step is looked up with, kW. `hours` may reach outside the month: each method takes the
 * span it is about. Fewer days (weeks) than the method wants count as they are; no hours are a demand of 0.
 */
export function demandKw(
  method: Exclude<CapacityMethod, 'main-fuse'>,
  month: Month,
  hours: readonly HourLoad[],
): number {
  if (method === 'five-weighted-weeks') return meanOfHighest(weightedWeeks(month, hours), 5);
  const inMonth = hours.filter(({ date }) => date.startsWith(month));
  if (method === 'month-maximum')
    return meanOfHighest(
      inMonth.map(({ kw }) => kw),
      1,
    );
  return meanOfHighest(
    maxima(inMonth, ({ date }) => date),
    3,
  );
}

/** Weekly maxima of the twelve months that end with this one, weighted by season. */
function weightedWeeks(month: Month, hours: readonly HourLoad[]): number[] {
  const year = Number(month.slice(0, 4));
  const firstMonth = month.endsWith('12') ? `${year}-01` : `${year - 1}-${monthAfter(month)}`;
  const inYear = hours.filter(({ date }) => date.slice(0, 7) >= firstMonth && date.slice(0, 7) <= month);
  const weighted = inYear.map(({ date, kw }) => {
    const monday = addDays(date, 1 - weekdayOf(date));
    return { date: monday, kw: kw * (seasonWeights[Number(monday.slice(5, 7)) - 1] ?? 1) };
  });
  return maxima(weighted, ({ date }) => date);
}

function monthAfter(month: Month): string {
  return String(Number(month.slice(5)) + 1).padStart(2, '0');
}

function maxima(hours: readonly HourLoad[], keyOf: (hour: HourLoad) => string): number[] {
  const groups = Map.groupBy(hours, keyOf);
  return [...groups.values()].map((group) => Math.max(...group.map(({ kw }) => kw)));
}

/** Meters count whole watt-hours: what is smaller is noise, and must not decide on which side of a threshold a mean lies. */
function meanOfHighest(values: readonly number[], count: number): number {
  const highest = values.toSorted((a, b) => b - a).slice(0, count);
  const sum = highest.reduce((total, kw) => total + kw, 0);
  return highest.length === 0 ? 0 : Math.round((sum / highest.length) * 1e6) / 1e6;
}
