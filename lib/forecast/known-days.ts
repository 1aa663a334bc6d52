import { type LocalDate, type LocalTime, localDate, localTime } from '../time/index.ts';
import type { Spot } from './spot.ts';

/** One day of known prices by the local clock, øre/kWh ex VAT. */
export interface KnownDay {
  readonly date: LocalDate;
  readonly meanOre: number;
  /** By quarter hour; the doubled hour of autumn is there once, with its later price. */
  readonly oreAt: ReadonlyMap<LocalTime, number>;
}

/** The days that any price is known of, newest first, at most `count` of them. */
export function knownDays(known: readonly Spot[], count: number): KnownDay[] {
  const days = Map.groupBy(known, ({ startAt }) => localDate(startAt));
  const newest = [...days].sort(([a], [b]) => (a < b ? 1 : -1)).slice(0, count);
  return newest.map(([date, quarters]) => ({
    date,
    meanOre: quarters.reduce((sum, { spotOrePerKwh }) => sum + spotOrePerKwh, 0) / quarters.length,
    oreAt: new Map(quarters.map(({ startAt, spotOrePerKwh }) => [localTime(startAt), spotOrePerKwh])),
  }));
}
