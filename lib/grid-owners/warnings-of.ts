import { type EnergyException, type GridOwner, type GridTariff, holdsAt } from '../tariffs/index.ts';
import { addDays, type LocalDate } from '../time/index.ts';

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
const always: EnergyException = { name: '', hours: null, days: null, months: null, orePerKwh: 0 };
const aDay: LocalDate = '2026-02-02';

/** The fourteen kinds of day there are, Monday first: each weekday, and each as a holiday. */
const everyDay: readonly LocalDate[] = [
  ...Array.from({ length: 7 }, (_, i) => addDays(aDay, i)),
  '2026-04-06',
  '2028-12-26',
  '2028-05-17',
  '2026-04-02',
  '2026-04-03',
  '2025-05-17',
  '2026-04-05',
];

function hoursOf({ hours }: EnergyException): readonly number[] {
  return everyHour.filter((hour) => holdsAt({ ...always, hours }, aDay, hour));
}

function daysOf({ days }: EnergyException): readonly LocalDate[] {
  return everyDay.filter((day) => holdsAt({ ...always, days }, day, 0));
}
