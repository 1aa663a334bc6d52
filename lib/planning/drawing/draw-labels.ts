import { HOUR_MS } from '../../time/index.ts';
import type { Column } from './draw-columns.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `01:15` of a wall clock. */
export function clockLabel(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(11, 16);
}

/** `Mon 12 Jan` of a wall clock. */
export function dayLabel(wallMs: number): string {
  const day = new Date(wallMs);
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`;
}

/** The two lines under a panel: hours, and the day where one begins. */
export function timeLabels(columns: readonly Column[]): string[] {
  const everyHours = columnsPerHour(columns) >= 4 ? 1 : 3;
  const hours = new Array<string>(columns.length).fill(' ');
  const days = new Array<string>(columns.length).fill(' ');
  for (const [i, { wallMs }] of columns.entries()) {
    const hour = new Date(wallMs).getUTCHours();
    if (wallMs % HOUR_MS === 0 && hour % everyHours === 0) put(hours, i, clockLabel(wallMs).slice(0, 2));
    if (i === 0 || (hour === 0 && wallMs % HOUR_MS === 0)) put(days, i, dayLabel(wallMs));
  }
  return [hours.join('').trimEnd(), days.join('').trimEnd()];
}

/** Writes the label where it starts and all of it fits on empty space. A day overwrites a first label that it would touch. */
function put(line: string[], at: number, label: string): void {
  if (at + label.length > line.length) return;
  for (const [i, letter] of [...`${label} `].entries()) {
    if (at + i < line.length) line[at + i] = letter;
  }
}

function columnsPerHour(columns: readonly Column[]): number {
  const [first, second] = columns;
  return first && second ? Math.round(HOUR_MS / Math.abs(second.wallMs - first.wallMs)) : 4;
}
