import {
  addDays,
  hourStart,
  type Instant,
  isLocalDate,
  localDate,
  localTime,
  QUARTER_MS,
} from '../../lib/time/index.ts';
import { UsageError } from '../usage-error.ts';
import type { HomeMonth } from './month-homes.ts';
import { type Row, readTable } from './read-table.ts';
import { hoursOf } from './session.ts';

const DAY_OF_HOUR = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):\d{2}/;
/** Five years of which one or two are leap years are 261 weeks, give or take a day: whole weeks keep the weekday and move a year little. */
const DAYS_PER_WEEK = 7;
const WEEKS_PER_YEAR = 365.25 / DAYS_PER_WEEK;
/** Beyond is no house. */
const MOST_KW = 500;

/** What the house without its car draws in the quarter hour that begins here, kW; NaN where nothing is known. */
export type HouseLoad = (quarterAt: Instant) => number;

/** Its mean in a clock hour, kW. */
export function hourKw(houseKw: HouseLoad, hourAt: Instant): number {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((i) => houseKw(hourAt + i * QUARTER_MS));
  return (Number(first) + Number(second) + (Number(third) + Number(fourth))) / 4;
}

/**
 * The loads of a table (`local_time,load_kw`, clock hours in Europe/Oslo), scaled to a mean over the whole table and moved by whole years and
 * weeks to where prices are: the same weekday and hour, about the same time of year. The autumn hour that comes twice is as the first. A
 * clock hour's load is taken as even. Throws UsageError.
 */
export async function readLoads(file: string, meanKw: number, firstAt: Instant): Promise<HouseLoad> {
  const kwOf = new Map<string, number>();
  for await (const row of readTable('--loads', file, ['local_time', 'load_kw'])) {
    const { hour, kw } = loadOf(row);
    if (kw !== null) kwOf.set(hour, kw);
  }
  const ownKw = meanOf(kwOf.values());
  if (!(ownKw > 0)) throw new UsageError('--loads: the file has no load above 0');
  const days = DAYS_PER_WEEK * weeksBetween([...kwOf.keys()].at(-1)?.slice(0, 4) ?? '', firstAt);
  const kwAt = new Map<Instant, number>();
  return (quarterAt) => {
    const hourAt = hourStart(quarterAt);
    const known = kwAt.get(hourAt);
    if (known !== undefined) return known;
    const key = `${addDays(localDate(hourAt), -days)} ${localTime(hourAt).slice(0, 2)}`;
    const kw = (kwOf.get(key) ?? Number.NaN) * (meanKw / ownKw);
    kwAt.set(hourAt, kw);
    return kw;
  };
}

function loadOf(row: Row): { readonly hour: string; readonly kw: number | null } {
  const [, date = '', hour = ''] = DAY_OF_HOUR.exec(row.cell('local_time')) ?? [];
  if (!isLocalDate(date)) throw row.wrong('local_time must be like 2020-01-31 17:00');
  const text = row.cell('load_kw');
  const kw = Number(text);
  if (!(kw >= 0 && kw <= MOST_KW)) throw row.wrong(`load_kw must be a number from 0 to ${MOST_KW}`);
  return { hour: `${date} ${hour}`, kw: text === '' ? null : kw };
}

/** Throws UsageError where a month that is to be lived has an hour without a load. */
export function checkLoads(houseKw: HouseLoad, homes: readonly HomeMonth[]): void {
  const months = new Map(homes.map((home) => [home.month, home]));
  for (const { fromAt, untilAt } of months.values()) {
    const hole = hoursOf(fromAt, untilAt).find((hourAt) => !Number.isFinite(houseKw(hourAt)));
    if (hole === undefined) continue;
    const when = `${localDate(hole)} ${localTime(hole)}`;
    throw new UsageError(`--loads: the file, moved to the prices, has no load for ${when}`);
  }
}

/** From the year of the loads to the year of the prices. */
function weeksBetween(year: string, firstAt: Instant): number {
  return Math.round((Number(localDate(firstAt).slice(0, 4)) - Number(year)) * WEEKS_PER_YEAR);
}

function meanOf(values: Iterable<number>): number {
  const list = [...values];
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}
