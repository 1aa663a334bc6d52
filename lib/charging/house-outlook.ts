import type { Fuse, MonthPeak } from '../homes/index.ts';
import type { CapacityStep } from '../planning/index.ts';
import type { Instant, LocalDate } from '../time/index.ts';

/** What of the house decides how its cars may charge, beside the prices. */
export interface HouseOutlook {
  /** What house and cars are kept below: the main fuse less a margin; null where the customer has not told it. */
  readonly fuseKw: number | null;
  /** What the main fuse carries, without a margin. */
  readonly carriesKw: number | null;
  readonly net: Fuse['net'] | null;
  /** What the house draws in this quarter hour without its cars, kW. */
  readonly loadKw: (startAt: Instant) => number;
  /** How the month's capacity fee is counted; null where no plan can weigh it. */
  readonly capacity: CapacityOutlook | null;
  /** A grid owner is known, but its way of counting is none that plans can weigh. */
  readonly isCapacityLeftOut: boolean;
  /** What the cars took in each clock hour of today, kWh at the meter. */
  readonly carKwhIn: (hourStartAt: Instant) => number;
}

export interface CapacityOutlook {
  /** Of the grid owner, NOK a month incl. VAT. */
  readonly steps: readonly CapacityStep[];
  /** Peaks of the month's days outside these. */
  readonly peaksOutside: (first: LocalDate, last: LocalDate) => readonly MonthPeak[];
  /** Of today's clock hours that are over when the plan is made; null in the day's first. */
  readonly earlierToday: MonthPeak | null;
  readonly assumed: boolean;
}

/** Nothing is told of the house: no limit, no fee, no load. */
export const unknownHouse: HouseOutlook = {
  fuseKw: null,
  carriesKw: null,
  net: null,
  loadKw: () => 0,
  capacity: null,
  isCapacityLeftOut: false,
  carKwhIn: () => 0,
};
