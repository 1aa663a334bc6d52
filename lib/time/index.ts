export { dayEnd, dayStart, quartersOfDay } from './day.ts';
export { HOUR_MS, type Instant, type LocalDate, type LocalTime, QUARTER_MS } from './instant.ts';
export { isLocalDate, isoLocal, isoUtc, parseIso } from './iso.ts';
export {
  addDays,
  atLocalTime,
  hourStart,
  localDate,
  localTime,
  nextLocalTime,
  quarterStart,
} from './local-clock.ts';
