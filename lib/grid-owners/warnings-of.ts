import type { DayKind, EnergyException, GridOwner, GridTariff } from '../tariffs/index.ts';

/** What is allowed, works, and yet is rarely meant: the first of two that hold is taken. Indices into `tariffs`. */
export interface TariffWarning {
  readonly code: 'exceptions-overlap' | 'tariffs-overlap';
  readonly tariffs: readonly number[];
}

export function warningsOf({ tariffs }: GridOwner): TariffWarning[] {
  return tariffs.flatMap((tariff, i) => [
    ...(exceptionsOverlap(tariff) ? [{ code: 'exceptions-overlap' as const, tariffs: [i] }] : []),
    ...tariffs.flatMap((other, j) =>
      j > i && tariffsOverlap(tariff, other) ? [{ code: 'tariffs-overlap' as const, tariffs: [i, j] }] : [],
    ),
  ]);
}

/** Tariffs of different names are parts of the grid, and of different groups other customers. */
function tariffsOverlap(one: GridTariff, other: GridTariff): boolean {
  if (one.name !== other.name) return false;
  if (!one.customerGroups.some((group) => other.customerGroups.includes(group))) return false;
  return isBefore(one.from, other.until) && isBefore(other.from, one.until);
}

function isBefore(from: string, until: string | null): boolean {
  return until === null || from < until;
}

function exceptionsOverlap({ energy }: GridTariff): boolean {
  const { exceptions } = energy;
  return exceptions.some((one, i) =>
    exceptions.slice(i + 1).some((other) => one.orePerKwh !== other.orePerKwh && meet(one, other)),
  );
}

function meet(one: EnergyException, other: EnergyException): boolean {
  return (
    intersect(hoursOf(one), hoursOf(other)) &&
    intersect(one.months ?? everyMonth, other.months ?? everyMonth) &&
    intersect(daysOf(one), daysOf(other))
  );
}

function intersect<Value>(one: readonly Value[], other: readonly Value[]): boolean {
  return one.some((value) => other.includes(value));
}

const everyMonth = Array.from({ length: 12 }, (_, i) => i + 1);
const everyHour = Array.from({ length: 24 }, (_, hour) => hour);

function hoursOf({ hours }: EnergyException): readonly number[] {
  if (hours === null) return everyHour;
  return everyHour.filter((hour) =>
    hours.some(({ from, to }) => (from <= to ? hour >= from && hour <= to : hour >= from || hour <= to)),
  );
}

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const kindsOfDay = [...week, ...week.map((day) => `${day} holiday` as const)];
type KindOfDay = (typeof kindsOfDay)[number];

/** Of the fourteen days there are: each weekday, and each as a holiday. */
function daysOf({ days }: EnergyException): readonly KindOfDay[] {
  return days === null ? kindsOfDay : kindsOfDay.filter((day) => days.some((kind) => isOfKind(day, kind)));
}

function isOfKind(day: KindOfDay, kind: DayKind): boolean {
  const isHoliday = day.endsWith('holiday');
  const isWeekend = /^(saturday|sunday)/.test(day);
  switch (kind) {
    case 'all':
      return true;
    case 'holiday':
      return isHoliday;
    case 'weekend':
      return isWeekend;
    case 'weekday':
      return !isWeekend;
    case 'day-off':
      return isWeekend || isHoliday;
    case 'workday':
      return !isWeekend && !isHoliday;
    default:
      return day.startsWith(kind);
  }
}
