import { type Instant, type LocalDate, QUARTER_MS } from './instant.ts';
import { addDays, atLocalTime } from './local-clock.ts';

/** Midnight in Europe/Oslo that begins this day. */
export function dayStart(date: LocalDate): Instant {
  return atLocalTime(date, '00:00');
}

/** Midnight in Europe/Oslo that ends this day: the next day's start. */
export function dayEnd(date: LocalDate): Instant {
  return dayStart(addDays(date, 1));
}

/** The starts of the day's quarter hours, ascending: 96 of them; 92 when summer time begins, 100 when it ends. */
export function quartersOfDay(date: LocalDate): Instant[] {
  const startAt = dayStart(date);
  const count = (dayEnd(date) - startAt) / QUARTER_MS;
  return Array.from({ length: count }, (_, i) => startAt + i * QUARTER_MS);
}
