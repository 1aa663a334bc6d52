import { isHoliday, type LocalDate, weekdayOf } from '../time/index.ts';
import { type DayKind, dayKinds, type EnergyException } from './grid-owner.ts';

const SATURDAY = 6;

/** Whether an exception of an energy charge holds in a clock hour (0–23) of a local day. */
export function holdsAt({ hours, days, months }: EnergyException, date: LocalDate, hour: number): boolean {
  if (hours !== null && !hours.some(({ from, to }) => isWithin(hour, from, to))) return false;
  if (months !== null && !months.includes(Number(date.slice(5, 7)))) return false;
  return days === null || days.some((kind) => isOfKind(date, kind));
}

/** Both ends included; a span that ends before it begins goes over midnight. */
function isWithin(hour: number, from: number, to: number): boolean {
  return from <= to ? from <= hour && hour <= to : hour >= from || hour <= to;
}

function isOfKind(date: LocalDate, kind: DayKind): boolean {
  const weekday = weekdayOf(date);
  switch (kind) {
    case 'all':
      return true;
    case 'weekday':
      return weekday < SATURDAY;
    case 'weekend':
      return weekday >= SATURDAY;
    case 'holiday':
      return isHoliday(date);
    case 'day-off':
      return weekday >= SATURDAY || isHoliday(date);
    case 'workday':
      return weekday < SATURDAY && !isHoliday(date);
    default:
      return dayKinds[weekday - 1] === kind;
  }
}
