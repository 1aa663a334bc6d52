import type { Home } from '../homes/index.ts';
import type { CapacityStep } from '../planning/index.ts';
import { type CapacityCharge, type GridOwner, tariffOn, vatShare } from '../tariffs/index.ts';
import { type Instant, localDate } from '../time/index.ts';
import type { CapacityOutlook } from './house-outlook.ts';
import { monthPeaks } from './month-peaks.ts';

/** A demand of exactly a threshold is on the step above it: a watt less is not, and meters count those. */
const wattKw = 0.001;
/** Where the last step ends, kW: beyond every home. */
const endlessKw = 10_000;
const months = 12;

/**
 * How the month's capacity fee of a home is weighed. Null where the grid owner is not known, and where its fee is not the price of a
 * step looked up with the mean of the month's three highest days: no plan of a night can weigh another.
 */
export function capacityOutlook(
  home: Pick<Home, 'dayPeaks' | 'gridTariffName' | 'taxZone'>,
  gridOwner: GridOwner | null,
  now: Instant,
  loadKw: (at: Instant) => number,
): CapacityOutlook | null {
  const date = localDate(now);
  const found = gridOwner && tariffOn(gridOwner, home.gridTariffName, date);
  if (found?.tariff.capacity.method !== 'top-three-days') return null;
  const { capacity } = found.tariff;
  const steps = stepsOf(capacity, 1 + vatShare(home.taxZone));
  return {
    steps,
    peaksOutside: (first, last) => monthPeaks(home, loadKw, first, last),
    assumed: found.assumed || capacity.thresholdIncluded === null,
  };
}

/** NOK a month incl. VAT. */
function stepsOf({ steps, thresholdIncluded }: CapacityCharge, vatFactor: number): CapacityStep[] {
  const belowKw = thresholdIncluded === false ? 0 : wattKw;
  return steps.map(({ nokPerYear }, i) => ({
    uptoKw: (steps[i + 1]?.from ?? endlessKw) - belowKw,
    nokPerMonth: (nokPerYear / months) * vatFactor,
  }));
}
