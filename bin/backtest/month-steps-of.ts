import type { FeeStep } from '../../lib/forecast/index.ts';
import { monthlySteps, tariffOn } from '../../lib/tariffs/index.ts';
import type { LocalDate } from '../../lib/time/index.ts';
import type { Home } from '../home/find-home.ts';
import { UsageError } from '../usage-error.ts';

/** The grid owner's capacity steps on a day, NOK a month with VAT. Throws UsageError where its fee goes by something else. */
export function monthStepsOf(home: Home, date: LocalDate): FeeStep[] {
  const capacity = tariffOn(home.gridOwner, home.gridTariffName, date)?.tariff.capacity;
  if (capacity?.method !== 'top-three-days') {
    throw new UsageError(
      '--grid: --capacity is for grid owners whose fee goes by the three highest days of the month',
    );
  }
  return monthlySteps(capacity, home.taxZone);
}
