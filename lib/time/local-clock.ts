import { HOUR_MS, type Instant, type LocalDate, type LocalTime, QUARTER_MS } from './instant.ts';
import { offsetPeriod } from './oslo.ts';

const HALF_DAY_MS = 12 * HOUR_MS;

/** Start of the quarter hour that holds this instant. */
export function quarterStart(at: Instant): Instant {
  return Math.floor(at / QUARTER_MS) * QUARTER_MS;
}

/** Start of the Europe/Oslo clock hour that holds this instant: its offsets are whole hours, so UTC's hours are Oslo's. */
export function hourStart(at: Instant): Instant {
  return Math.floor(at / HOUR_MS) * HOUR_MS;
}

/** The Europe/Oslo calendar day of this instant. */
export function localDate(at: Instant): LocalDate {
  return wallClock(at).slice(0, 10);
}

/** The Europe/Oslo wall-clock time of this instant, `HH:MM`. */
export function localTime(at: Instant): LocalTime {
  return wallClock(at).slice(11, 16);
}

/** The Europe/Oslo clock hour that this instant is in, 0–23: in autumn both doubled hours are 2, in spring none is. */
export function localHour(at: Instant): number {
  return Number(wallClock(at).slice(11, 13));
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  // Sunday is 0 there.
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * The instant when the clocks of Europe/Oslo show this time on this day. A time that the spring day skips is the moment
 * the gap ends (03:00+02:00); a time that the autumn day has twice is the first of the two.
 */
export function atLocalTime(date: LocalDate, time: LocalTime): Instant {
  const wallMs = Date.parse(`${date}T${time}:00Z`);
  // Half a day away on either side lie the offsets before and after a change, should this day have one.
  const before = offsetPeriod(wallMs - HALF_DAY_MS);
  const after = offsetPeriod(wallMs + HALF_DAY_MS);
  const atBefore = wallMs - before.offsetMs;
  if (atBefore < before.untilAt) return atBefore;
  return Math.max(wallMs - after.offsetMs, after.fromAt);
}

/** The next instant strictly after `afterAt` when the clocks of Europe/Oslo show this time (change days: see atLocalTime). */
export function nextLocalTime(afterAt: Instant, time: LocalTime): Instant {
  const date = localDate(afterAt);
  const today = atLocalTime(date, time);
  return today > afterAt ? today : atLocalTime(addDays(date, 1), time);
}

/** The calendar day `n` days later (earlier where negative). */
export function addDays(date: LocalDate, n: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + n * 24 * HOUR_MS).toISOString().slice(0, 10);
}

function wallClock(at: Instant): string {
  return new Date(at + offsetPeriod(at).offsetMs).toISOString();
}
