import { localTime, parseIso } from '../../lib/time/index.ts';

interface Window {
  readonly from: string;
  readonly until: string;
  /** Null: all that the car takes. */
  readonly ampere: number | null;
}

interface Stretch {
  readonly from: string;
  readonly until: string;
  readonly amperes: readonly (number | null)[];
}

/**
 * When a plan charges, for people: windows that follow on each other without a pause are one time, with the range of their currents,
 * `17:47–23:30 at 9–11 A, 05:00–05:36`. Instants with their offset in; Europe/Oslo out.
 */
export function chargeTimes(windows: readonly Window[]): string {
  return stretchesOf(windows)
    .map(({ from, until, amperes }) => `${clockOf(from)}–${clockOf(until)}${currentOf(amperes)}`)
    .join(', ');
}

function stretchesOf(windows: readonly Window[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, until, ampere } of windows) {
    const last = stretches.at(-1);
    if (last && parseIso(last.until) === parseIso(from))
      stretches[stretches.length - 1] = { ...last, until, amperes: [...last.amperes, ampere] };
    else stretches.push({ from, until, amperes: [ampere] });
  }
  return stretches;
}

function currentOf(amperes: Stretch['amperes']): string {
  const told = amperes.filter((ampere) => ampere !== null);
  if (told.length === 0) return '';
  const [least, most] = [Math.min(...told), Math.max(...told)];
  if (told.length < amperes.length) return ` at ${least} A or more`;
  return least === most ? ` at ${least} A` : ` at ${least}–${most} A`;
}

function clockOf(iso: string): string {
  return localTime(parseIso(iso) ?? 0);
}
