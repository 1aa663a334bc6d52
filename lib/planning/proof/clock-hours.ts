import { type ToldTime, toldTime } from '../../time/index.ts';
import type { Problem } from '../problem/problem.ts';

/** A clock hour of the horizon, and what is imported in the part of it that is inside, kWh. */
export interface ClockHour {
  /** Local day, `2026-01-12`. */
  readonly day: string;
  /** Local day, hour and offset, `2026-01-12T17+01:00`: the autumn hour that comes twice is two hours. */
  readonly name: string;
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
    const told = toldTime(start);
    if (told.hour !== hour?.name) hour = hourOf(hours, hour, told);
    const aloneKw = baseLoadKw - solarKw;
    hour.aloneKwh += (Math.max(0, aloneKw) * minutes) / 60;
    hour.togetherKwh += (Math.max(0, aloneKw + (evKw[t] ?? 0)) * minutes) / 60;
  }
  return hours;
}

/** Slots are consecutive, so an hour can only come back where offsets take turns. */
function hourOf(hours: ClockHour[], last: ClockHour | undefined, { day, hour: name }: ToldTime): ClockHour {
  const turned = last !== undefined && !name.endsWith(last.name.slice(13));
  const known = turned ? hours.find((hour) => hour.name === name) : undefined;
  if (known) return known;
  const hour = { day, name, aloneKwh: 0, togetherKwh: 0 };
  hours.push(hour);
  return hour;
}
