import type { Slot } from '../problem/problem.ts';

const MOST_SPANS = 3;
const MINUTE_MS = 60_000;

/** The slots' clock times, neighbours as one: `02:00–04:00 and 05:00–05:15`. Beyond three spans only the first and the last moment. */
export function clockSpans(slots: readonly Slot[], chosen: readonly number[]): string {
  const spans: { from: number; last: number }[] = [];
  for (const t of chosen) {
    const span = spans.at(-1);
    if (span?.last === t - 1) span.last = t;
    else spans.push({ from: t, last: t });
  }
  const [first, end] = [spans[0], spans.at(-1)];
  if (!first || !end) return '';
  if (spans.length > MOST_SPANS)
    return `between ${clockAt(slots, first.from)} and ${clockAt(slots, end.last + 1)}`;
  const words = spans.map(({ from, last }) => `${clockAt(slots, from)}–${clockAt(slots, last + 1)}`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The wall clock when slot `t` begins (the end of the last one where `t` is their number): `02:15`. */
export function clockAt(slots: readonly Slot[], t: number): string {
  const before = slots[t - 1];
  const slot = slots[t];
  if (slot) return slot.start.slice(11, 16);
  if (!before) return '';
  const endMs = Date.parse(`${before.start.slice(0, 16)}:00Z`) + before.minutes * MINUTE_MS;
  return new Date(endMs).toISOString().slice(11, 16);
}
