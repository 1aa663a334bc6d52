import type { PriceArea } from '../places/index.ts';
import type { LocalDate } from '../time/index.ts';

/** A grid owner and what it charges. All prices ex VAT and ex taxes, as the owner publishes them. */
export interface GridOwner {
  /** Lower-case key, the name of the owner's file in the open tariff repository: `bkk`. */
  readonly key: string;
  readonly name: string;
  /** Price areas it has customers in; empty where that is not known. */
  readonly areas: readonly PriceArea[];
  /** The owner's own price pages. */
  readonly sources: readonly string[];
  /** The day the figures were last held against the owner's own pages. */
  readonly checkedOn: LocalDate;
  readonly tariffs: readonly GridTariff[];
  /** Single days as the owner's own API told them: each stands before the tariff that holds for longer. */
  readonly ownDays: readonly GridTariff[];
}

export type CustomerGroup = 'household' | 'cabin' | 'small-business';

/** One tariff of an owner for a span of Europe/Oslo days. */
export interface GridTariff {
  /** First day. */
  readonly from: LocalDate;
  /** First day after; null while no end is known. */
  readonly until: LocalDate | null;
  /** Tells tariffs of one owner apart that hold at the same time (parts of its grid). */
  readonly name: string | null;
  readonly customerGroups: readonly CustomerGroup[];
  readonly energy: EnergyCharge;
  readonly capacity: CapacityCharge;
}

/** øre per kWh: the first exception that holds at an hour replaces the base price. */
export interface EnergyCharge {
  readonly baseOrePerKwh: number;
  readonly exceptions: readonly EnergyException[];
}

/** Holds where hour, day and month all match; null matches every one. */
export interface EnergyException {
  readonly name: string;
  /** Local clock hours 0–23, both inclusive; `{ from: 22, to: 5 }` goes over midnight, `{ 6, 21 }` is 06:00–21:59:59. */
  readonly hours: readonly { readonly from: number; readonly to: number }[] | null;
  /** Any of them. */
  readonly days: readonly DayKind[] | null;
  /** 1–12, any of them. */
  readonly months: readonly number[] | null;
  readonly orePerKwh: number;
}

/** Monday to Sunday, then: `weekday`: Monday–Friday. `day-off`: weekend or holiday. `workday`: every other day. */
export const dayKinds = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'weekday',
  'weekend',
  'holiday',
  'day-off',
  'workday',
  'all',
] as const;
export type DayKind = (typeof dayKinds)[number];

/** The fixed part of the tariff: the price of the step that the customer's demand reaches is due, whole. */
export interface CapacityCharge {
  readonly method: CapacityMethod;
  /** Whether a demand of exactly a threshold is on the step above it; null where the owner does not say. */
  readonly thresholdIncluded: boolean | null;
  /** Ascending. `from` is kW; amperes of the main fuse at 230 V for `main-fuse`. */
  readonly steps: readonly { readonly from: number; readonly nokPerYear: number }[];
}

/**
 * What demand is. `top-three-days`: mean of the month's three highest clock hours on three different local days.
 * `month-maximum`: the month's highest hour. `five-weighted-weeks`: mean of the five highest season-weighted weekly maxima of
 * twelve months. `main-fuse`: the fuse, whatever is used. `unknown`: the owner does not publish it.
 */
export type CapacityMethod =
  | 'top-three-days'
  | 'month-maximum'
  | 'five-weighted-weeks'
  | 'main-fuse'
  | 'unknown';
