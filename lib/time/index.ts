export { dayEnd, dayStart, quartersOfDay } from './day.ts';
export { isHoliday } from './holidays.ts';
export { HOUR_MS, type Instant, type LocalDate, type LocalTime, QUARTER_MS } from './instant.ts';
export { isLocalDate, isoLocal, isoUtc, parseIso } from './iso.ts';
export {
  addDays,
  atLocalTime,
  hourStart,
  localDate,
  localHour,
  localTime,
  nextLocalTime,
  quarterStart,
  weekdayOf,
} from './local-clock.ts';
export { type ToldTime, toldTime } from './told-time.ts';
