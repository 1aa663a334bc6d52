import type { GridTariff } from '../../tariffs/index.ts';
import { addDays, type LocalDate } from '../../time/index.ts';

/** Single days go when they are two days old: the broader tariff speaks for them from then on. */
export function sinceYesterday(days: readonly GridTariff[], today: LocalDate): readonly GridTariff[] {
  return days.filter(({ from }) => from >= addDays(today, -1));
}
