import { addDays, type Instant, localDate, localTime } from '../../lib/time/index.ts';
import { readTable } from './read-table.ts';

const DAY_OF_HOUR = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):\d{2}/;
/** Five years of which one or two are leap years are 261 weeks, give or take a day: whole weeks keep the weekday and move a year little. */
const DAYS_PER_WEEK = 7;
const WEEKS_PER_YEAR = 365.25 / DAYS_PER_WEEK;

/** What the house without its car draws in a clock hour, kW; NaN where nothing is known. */
export type HouseLoad = (hourAt: Instant) => number;

/**
 * The loads of a table (`local_time,load_kw`, clock hours in Europe/Oslo), scaled to a mean over the whole table and moved by whole years and
 * weeks to where prices are: the same weekday and hour, about the same time of year. The autumn hour that comes twice is as the first.
 */
export async function readLoads(file: string, meanKw: number, firstAt: Instant): Promise<HouseLoad> {
  const kwOf = new Map<string, number>();
  for await (const row of readTable('--loads', file, ['local_time', 'load_kw'])) {
    const [, date, hour] = DAY_OF_HOUR.exec(row.cell('local_time')) ?? [];
    const kw = Number(row.cell('load_kw'));
    if (date === undefined || hour === undefined) throw row.wrong('local_time must be like 2020-01-31 17:00');
    if (row.cell('load_kw') === '') continue;
    if (!Number.isFinite(kw)) throw row.wrong('load_kw must be a number');
    kwOf.set(`${date} ${hour}`, kw);
  }
  const scale = meanKw / meanOf(kwOf.values());
  const days = DAYS_PER_WEEK * weeksBetween([...kwOf.keys()].at(-1)?.slice(0, 4) ?? '', firstAt);
  return (hourAt) => {
    const key = `${addDays(localDate(hourAt), -days)} ${localTime(hourAt).slice(0, 2)}`;
    return (kwOf.get(key) ?? Number.NaN) * scale;
  };
}

/** From the year of the loads to the year of the prices. */
function weeksBetween(year: string, firstAt: Instant): number {
  return Math.round((Number(localDate(firstAt).slice(0, 4)) - Number(year)) * WEEKS_PER_YEAR);
}

function meanOf(values: Iterable<number>): number {
  const list = [...values];
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}
