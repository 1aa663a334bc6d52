/** UTC instant, milliseconds since 1970. Field names that hold one end in `At`. */
export type Instant = number;
/** A calendar day in Europe/Oslo, `YYYY-MM-DD`. */
export type LocalDate = string;
/** A Europe/Oslo wall-clock time, `HH:MM`. */
export type LocalTime = string;

export const QUARTER_MS = 15 * 60 * 1000;
export const HOUR_MS = 60 * 60 * 1000;
