import type { FeeStep } from '../../lib/forecast/index.ts';
import { tariffOn, vatShare } from '../../lib/tariffs/index.ts';
import type { LocalDate } from '../../lib/time/index.ts';
import type { Home } from '../home/find-home.ts';
import { UsageError } from '../usage-error.ts';

/** Beyond every home, kW. */
const ENDLESS_KW = 10_000;
/** A demand of exactly a threshold is on the step above it unless the owner says otherwise; meters count whole watt-hours. */
const WATT_KW = 0.001;
const MONTHS = 12;

/** The grid owner's capacity steps on a day, NOK a month with VAT. Throws UsageError where its fee goes by something else. */
export function monthStepsOf(home: Home, date: LocalDate): FeeStep[] {
  const capacity = tariffOn(home.gridOwner, home.gridTariffName, date)?.tariff.capacity;
  if (capacity?.method !== 'top-three-days') {
    throw new UsageError(
      '--grid: --capacity is for grid owners whose fee goes by the three highest days of the month',
    );
  }
  const belowKw = capacity.thresholdIncluded === false ? 0 : WATT_KW;
  return capacity.steps.map(({ nokPerYear }, i) => ({
    uptoKw: (capacity.steps[i + 1]?.from ?? ENDLESS_KW) - belowKw,
    nokPerMonth: (nokPerYear / MONTHS) * (1 + vatShare(home.taxZone)),
  }));
}
