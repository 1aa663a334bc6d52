import type { Problem } from '../problem/problem.ts';

/** A clock hour of the horizon, and what is imported in the part of it that is inside, kWh. */
export interface ClockHour {
  /** Local day and hour: `2026-01-12T17`. */
  readonly name: string;
  /** `+01:00`, `Z`: the autumn hour that comes twice is two hours. */
  readonly offset: string;
  /** The house alone, and with the cars. */
  aloneKwh: number;
  togetherKwh: number;
}

/** The clock hours that a problem's slots begin in, by the hour and the offset that their `start` shows. */
export function clockHours({ slots }: Problem, evKw: ArrayLike<number>): ClockHour[] {
  const hours: ClockHour[] = [];
  let hour: ClockHour | undefined;
  for (let t = 0; t < slots.length; t += 1) {
    const slot = slots[t];
    if (!slot) break;
    const { start, minutes, baseLoadKw = 0, solarKw = 0 } = slot;
    if (!hour || !isIn(hour, start)) hour = hourOf(hours, hour, start);
    const aloneKw = baseLoadKw - solarKw;
    hour.aloneKwh += (Math.max(0, aloneKw) * minutes) / 60;
    hour.togetherKwh += (Math.max(0, aloneKw + (evKw[t] ?? 0)) * minutes) / 60;
  }
  return hours;
}

function isIn({ name, offset }: ClockHour, start: string): boolean {
  return start.startsWith(name) && start.endsWith(offset);
}

/** Slots are consecutive, so an hour can only come back where offsets take turns. */
function hourOf(hours: ClockHour[], last: ClockHour | undefined, start: string): ClockHour {
  const known = last && !start.endsWith(last.offset) ? hours.find((hour) => isIn(hour, start)) : undefined;
  if (known) return known;
  const hour = {
    name: start.slice(0, 13),
    offset: start.endsWith('Z') ? 'Z' : start.slice(-6),
    aloneKwh: 0,
    togetherKwh: 0,
  };
  hours.push(hour);
  return hour;
}
