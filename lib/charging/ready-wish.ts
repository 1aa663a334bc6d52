import type { Wishes } from '../homes/index.ts';
import {
  addDays,
  atLocalTime,
  HOUR_MS,
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
  /** What it is to hold at ready times before that. */
  readonly milestones: readonly { readonly at: Instant; readonly soc: number }[];
}

/**
 * A one time so soon after the day's is charged for in the same night: few cars leave, return and can still be charged before it. Later than
 * that they have been out.
 */
const sameNightMs = 12 * HOUR_MS;

/**
 * The next ready time strictly after this instant: the day's, or the one time that was asked for where that comes first. One that wants more
 * and comes in the hours after the day's is planned for with it: the day's is then a milestone.
 */
export function readyWish(wishes: Wishes, afterAt: Instant): ReadyWish {
  const { once, targetSoc, ceilingSoc } = wishes;
  const readyAt = nextReadyTime(wishes, afterAt);
  const isAhead = once !== null && once.readyAt > afterAt;
  const isFirst = isAhead && once.readyAt <= readyAt;
  const isSameNight = isAhead && once.readyAt <= readyAt + sameNightMs && once.targetSoc > targetSoc;
  if (!isFirst && !isSameNight) return { readyAt, targetSoc, ceilingSoc, milestones: [] };
  return {
    readyAt: once.readyAt,
    targetSoc: once.targetSoc,
    ceilingSoc: Math.max(ceilingSoc, once.targetSoc),
    milestones: isFirst ? [] : [{ at: readyAt, soc: targetSoc }],
  };
}

/** What else was wished, as one text: a plan made for another is made anew. */
export function wishesKeyOf({ ceilingSoc, milestones }: ReadyWish, wishes: Wishes): string {
  const { reserveSoc, priceLimitOre, unbroken, prefer, warmMinutes } = wishes;
  const before = milestones.flatMap(({ at, soc }) => [at, soc]);
  return [reserveSoc, ceilingSoc, priceLimitOre, unbroken, prefer, warmMinutes, ...before].join('/');
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
