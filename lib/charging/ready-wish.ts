import type { Wishes } from '../homes/index.ts';
import {
  addDays,
  atLocalTime,
  type Instant,
  isHoliday,
  type LocalDate,
  localDate,
  weekdayOf,
} from '../time/index.ts';

const SATURDAY = 6;

/** When the car is to be ready next, and with how much. */
export interface ReadyWish {
  readonly readyAt: Instant;
  readonly targetSoc: number;
  readonly ceilingSoc: number;
}

/** The next ready time strictly after this instant: the day's, or the one time that was asked for where that comes first. */
export function readyWish(wishes: Wishes, afterAt: Instant): ReadyWish {
  const { once, targetSoc, ceilingSoc } = wishes;
  const readyAt = nextReadyTime(wishes, afterAt);
  if (once === null || once.readyAt <= afterAt || once.readyAt > readyAt) {
    return { readyAt, targetSoc, ceilingSoc };
  }
  return {
    readyAt: once.readyAt,
    targetSoc: once.targetSoc,
    ceilingSoc: Math.max(ceilingSoc, once.targetSoc),
  };
}

/** What else was wished, as one text: a plan made for another is made anew. */
export function wishesKeyOf({ ceilingSoc }: ReadyWish, wishes: Wishes): string {
  const { reserveSoc, priceLimitOre, unbroken, prefer, warmMinutes } = wishes;
  return [reserveSoc, ceilingSoc, priceLimitOre, unbroken, prefer, warmMinutes].join('/');
}

function nextReadyTime(wishes: Wishes, afterAt: Instant): Instant {
  let date = localDate(afterAt);
  while (readyTimeOn(wishes, date) <= afterAt) date = addDays(date, 1);
  return readyTimeOn(wishes, date);
}

function readyTimeOn({ readyBy, readyByWeekend }: Wishes, date: LocalDate): Instant {
  const isDayOff = weekdayOf(date) >= SATURDAY || isHoliday(date);
  return atLocalTime(date, isDayOff ? (readyByWeekend ?? readyBy) : readyBy);
}
