import type { Home } from '../homes/index.ts';
import { type GridOwner, monthlySteps, tariffOn } from '../tariffs/index.ts';
import { type Instant, localDate } from '../time/index.ts';
import type { CapacityOutlook } from './house-outlook.ts';
import { monthPeaks, peakEarlierToday } from './month-peaks.ts';

/**
 * How the month's capacity fee of a home is weighed. Null where the grid owner is not known, and where its fee is not the price of a
 * step looked up with the mean of the month's three highest days: no plan of a night can weigh another.
 */
export function capacityOutlook(
  home: Pick<Home, 'dayPeaks' | 'carHours' | 'gridTariffName' | 'taxZone'>,
  gridOwner: GridOwner | null,
  now: Instant,
  loadKw: (at: Instant) => number,
): CapacityOutlook | null {
  const date = localDate(now);
  const found = gridOwner && tariffOn(gridOwner, home.gridTariffName, date);
  if (found?.tariff.capacity.method !== 'top-three-days') return null;
  const { capacity } = found.tariff;
  return {
    steps: monthlySteps(capacity, home.taxZone),
    peaksOutside: (first, last) => monthPeaks(home, loadKw, first, last),
    earlierToday: peakEarlierToday(home, loadKw, now),
    assumed: found.assumed || capacity.thresholdIncluded === null,
  };
}
