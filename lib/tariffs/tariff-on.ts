import type { LocalDate } from '../time/index.ts';
import type { GridOwner, GridTariff } from './grid-owner.ts';

/**
 * The household tariff of a day; null where the owner has none for households. Where several hold at once it is the one of this
 * name, else the first, marked assumed. A day outside every known span gets the newest tariff before it, marked assumed.
 */
export function tariffOn(
  owner: GridOwner,
  name: string | null,
  date: LocalDate,
): { readonly tariff: GridTariff; readonly assumed: boolean } | null {
  const told = householdTariffs(owner.ownDays).find((day) => holdsOn(day, date));
  if (told) return { tariff: told, assumed: false };
  const households = householdTariffs(owner.tariffs);
  const inForce = households.filter((tariff) => holdsOn(tariff, date));
  const named = inForce.find((tariff) => tariff.name === name);
  const first = named ?? inForce[0];
  if (first) {
    const isAnother = named === undefined && (inForce.length > 1 || name !== null);
    return { tariff: first, assumed: isAnother || isFromAnEarlierYear(first, owner, date) };
  }
  const nearest =
    nearestTo(
      date,
      households.filter((tariff) => tariff.name === name),
    ) ?? nearestTo(date, households);
  return nearest ? { tariff: nearest, assumed: true } : null;
}

/** The names that a customer can choose among on a day; none where there is nothing to choose. */
export function tariffNamesOn(owner: GridOwner, date: LocalDate): string[] {
  const inForce = householdTariffs(owner.tariffs).filter((tariff) => holdsOn(tariff, date));
  return [...new Set(inForce.flatMap(({ name }) => name ?? []))];
}

function householdTariffs(tariffs: readonly GridTariff[]): readonly GridTariff[] {
  return tariffs.filter(({ customerGroups }) => customerGroups.includes('household'));
}

function holdsOn({ from, until }: GridTariff, date: LocalDate): boolean {
  return from <= date && (until === null || date < until);
}

/**
 * When the catalogue was made, in August 2026, an open end was taken at its word, however long ago the figures were checked.
 * From this year on it is not.
 */
const firstYearInDoubt = '2027';

/** Grid tariffs change at New Year: figures without an end that began and were last checked in an earlier year say nothing of this one. */
function isFromAnEarlierYear(
  { from, until }: GridTariff,
  { checkedOn }: GridOwner,
  date: LocalDate,
): boolean {
  const year = date.slice(0, 4);
  return (
    until === null && year >= firstYearInDoubt && year > checkedOn.slice(0, 4) && year > from.slice(0, 4)
  );
}

function nearestTo(date: LocalDate, tariffs: readonly GridTariff[]): GridTariff | undefined {
  const byStart = tariffs.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return byStart.findLast(({ from }) => from <= date) ?? byStart[0];
}
