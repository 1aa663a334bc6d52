import type { LocalDate } from './instant.ts';
import { addDays } from './local-clock.ts';

/** Month and day of the holidays that never move. 24 and 31 December are not holidays. */
const fixed = new Set(['01-01', '05-01', '05-17', '12-25', '12-26']);
/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday. */
const movable = [-3, -2, 0, 1, 39, 49, 50] as const;

/** Whether the day is a public holiday in Norway, any year (lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai). */
export function isHoliday(date: LocalDate): boolean {
  if (fixed.has(date.slice(5))) return true;
  const easter = easterSunday(Number(date.slice(0, 4)));
  return movable.some((days) => addDays(easter, days) === date);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const daysFromMarch = epact + toSunday - 7 * late + 21;
  return addDays(`${String(year).padStart(4, '0')}-03-01`, daysFromMarch);
}
