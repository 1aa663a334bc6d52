import { HOUR_MS, type Instant, type LocalDate } from './instant.ts';
import { offsetPeriod } from './oslo.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_WITH_OFFSET =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Europe/Oslo wall clock with its offset, to the second: `2026-01-12T17:00:00+01:00`. */
export function isoLocal(at: Instant): string {
  const { offsetMs } = offsetPeriod(at);
  const hours = String(Math.abs(offsetMs) / HOUR_MS).padStart(2, '0');
  return `${seconds(at + offsetMs)}${offsetMs < 0 ? '-' : '+'}${hours}:00`;
}

/** UTC to the second: `2026-01-12T16:00:00Z`. */
export function isoUtc(at: Instant): string {
  return `${seconds(at)}Z`;
}

/** Reads an ISO 8601 date and time that carries its offset (or Z); null for anything else. */
export function parseIso(text: string): Instant | null {
  const date = TIME_WITH_OFFSET.exec(text)?.[1];
  if (date === undefined || !isLocalDate(date)) return null;
  return Date.parse(text);
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!DATE.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function seconds(at: Instant): string {
  return new Date(at).toISOString().slice(0, 19);
}
