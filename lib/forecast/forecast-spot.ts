import {
  HOUR_MS,
  isHoliday,
  type LocalDate,
  type LocalTime,
  localDate,
  localTime,
  QUARTER_MS,
  quarterStart,
  weekdayOf,
} from '../time/index.ts';
import { type KnownDay, knownDays } from './known-days.ts';
import type { Span, Spot, SpotForecast } from './spot.ts';

/** How many days of known prices are looked at. */
export const HISTORY_DAYS = 28;
/** A day counts half as much as one this many days younger. */
const HALF_LIFE_DAYS = 4;
/** How much a day counts for one of another kind (workday, Saturday, Sunday or holiday). */
const OTHER_KIND = 0.25;
/** How much of the newest day's level is kept for the day after it; each further day keeps this share of that. */
const LEVEL_KEPT = 0.6;
/** Standard deviations from the forecast to its high end; docs/backtest.md says how often real prices stay below. */
const HIGH_DEVIATIONS = 1.6;
/** The least deviation, as a share of the newest day's mean: one known day does not make a price certain. */
const LEAST_DEVIATION = 0.15;

/** A known day and how much it counts. */
interface Weighted {
  readonly day: KnownDay;
  readonly weight: number;
}

/**
 * The quarter hours of the span that are not known, guessed: the mean of the same quarter on recent days, younger days and days of
 * the same kind counting more, moved part of the way to the level of the newest day. Empty where nothing at all is known.
 */
export function forecastSpot(known: readonly Spot[], { fromAt, untilAt }: Span): SpotForecast[] {
  const days = knownDays(known, HISTORY_DAYS);
  const [newest] = days;
  if (!newest) return [];
  const told = new Set(known.map(({ startAt }) => startAt));
  const forecasts: SpotForecast[] = [];
  let date = '';
  let weighted: Weighted[] = [];
  for (let startAt = quarterStart(fromAt); startAt < untilAt; startAt += QUARTER_MS) {
    if (told.has(startAt)) continue;
    if (localDate(startAt) !== date) {
      date = localDate(startAt);
      weighted = days.map((day) => ({ day, weight: weightOf(day.date, newest.date, date) }));
    }
    const kept = LEVEL_KEPT ** Math.max(1, daysBetween(newest.date, date));
    forecasts.push({ startAt, ...guess(weighted, newest, localTime(startAt), kept) });
  }
  return forecasts;
}

function weightOf(date: LocalDate, newest: LocalDate, target: LocalDate): number {
  const age = daysBetween(date, newest);
  return 0.5 ** (age / HALF_LIFE_DAYS) * (dayKind(date) === dayKind(target) ? 1 : OTHER_KIND);
}

/** Each day is moved towards the newest day's level before the mean is taken. */
function guess(weighted: readonly Weighted[], newest: KnownDay, time: LocalTime, kept: number) {
  let weights = 0;
  let sum = 0;
  let squares = 0;
  for (const { day, weight } of weighted) {
    const own = day.oreAt.get(time);
    if (own === undefined) continue;
    const ore = own + kept * (newest.meanOre - day.meanOre);
    weights += weight;
    sum += weight * ore;
    squares += weight * ore * ore;
  }
  // No day has this time of day: the newest day's mean is all there is to say.
  const spotOrePerKwh = weights > 0 ? sum / weights : newest.meanOre;
  const variance = weights > 0 ? squares / weights - spotOrePerKwh ** 2 : 0;
  const least = LEAST_DEVIATION * Math.abs(newest.meanOre);
  const deviation = Math.max(least, Math.sqrt(Math.max(0, variance)));
  return { spotOrePerKwh, highOrePerKwh: spotOrePerKwh + HIGH_DEVIATIONS * deviation };
}

function dayKind(date: LocalDate): 'workday' | 'saturday' | 'sunday' {
  if (isHoliday(date) || weekdayOf(date) === 7) return 'sunday';
  return weekdayOf(date) === 6 ? 'saturday' : 'workday';
}

function daysBetween(from: LocalDate, until: LocalDate): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / (24 * HOUR_MS));
}
