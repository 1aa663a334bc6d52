/** UTC instant, epoch ms. */
export type Instant = number;
export const QUARTER_MS = 900_000;
export const HOUR_MS = 3_600_000;
/** The service lives in Norwegian time, wherever the browser is. */
export const TIME_ZONE = 'Europe/Oslo';

export interface OsloTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

/** What calendar and clock on a Norwegian wall show. */
export function osloTime(at: Instant): OsloTime {
  const found: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(at)) found[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = found;
  return { year, month, day, hour, minute };
}

/** The local midnight that begins the day of `at`. Oslo changes its clocks at 02 and 03, so midnight is always one moment. */
export function osloMidnight(at: Instant): Instant {
  const { year, month, day } = osloTime(at);
  const utcMidnight = Date.UTC(year, month - 1, day);
  const summer = utcMidnight - 2 * HOUR_MS;
  return osloTime(summer).day === day ? summer : utcMidnight - HOUR_MS;
}

/** When a Norwegian clock shows 'HH:MM' on the day of this midnight: the first time where it does so twice, an hour late where never. */
export function osloAt(midnight: Instant, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at = midnight + hours * HOUR_MS + minutes * 60_000;
  // By how much the clock was set between midnight and then: −1, 0 or 1 hour, also where it shows past midnight.
  const set = ((osloTime(at).hour - hours + 36) % 24) - 12;
  const found = at - set * HOUR_MS;
  return osloTime(found).hour === hours ? found : at;
}

/** Every local midnight in `from ≤ t < until`; days of 23 and 25 hours included. */
export function osloMidnights(from: Instant, until: Instant): Instant[] {
  const midnights: Instant[] = [];
  // 26 hours after any midnight is always inside the next day.
  for (let at = osloMidnight(from); at < until; at = osloMidnight(at + 26 * HOUR_MS)) {
    if (at >= from) midnights.push(at);
  }
  return midnights;
}

/** Full hours in `from ≤ t ≤ until` whose local clock hour divides by `step`. The doubled hour of autumn comes twice. */
export function osloHours(from: Instant, until: Instant, step: number): Instant[] {
  const hours: Instant[] = [];
  for (let at = hourStart(from + HOUR_MS - 1); at <= until; at += HOUR_MS) {
    if (osloTime(at).hour % step === 0) hours.push(at);
  }
  return hours;
}

/** Oslo's offset is whole hours, so its hours begin with UTC's. */
export function hourStart(at: Instant): Instant {
  return Math.floor(at / HOUR_MS) * HOUR_MS;
}

/** An API instant, ISO 8601 with Z. */
export function instant(iso: string): Instant {
  return Date.parse(iso);
}
