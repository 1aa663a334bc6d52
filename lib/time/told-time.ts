import type { Instant } from './instant.ts';

/** What a time with its offset says as it is written. */
export interface ToldTime {
  /** NaN where the text is no time. */
  readonly at: Instant;
  /** Its local day, `2026-01-12`. */
  readonly day: string;
  /** Its clock hour, `2026-01-12T17+01:00`: with the offset, so that the autumn hour that comes twice is two hours. */
  readonly hour: string;
}

/** The quarters of some weeks: the same times are asked about for every home. */
const MOST_KNOWN = 4000;
const LONGEST = 40;
const known = new Map<string, ToldTime>();

/** Reads a time with its offset; one that was read lately is only looked up. */
export function toldTime(text: string): ToldTime {
  const before = known.get(text);
  if (before) return before;
  const told = read(text);
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= LONGEST) known.set(text, told);
  return told;
}

function read(text: string): ToldTime {
  const offset = text.endsWith('Z') ? 'Z' : text.slice(-6);
  return { at: Date.parse(text), day: text.slice(0, 10), hour: text.slice(0, 13) + offset };
}
