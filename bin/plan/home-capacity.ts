import type { Problem } from '../../lib/planning/index.ts';
import { monthlySteps, tariffOn } from '../../lib/tariffs/index.ts';
import { localDate, parseIso } from '../../lib/time/index.ts';
import type { Home } from '../home/find-home.ts';

/** A problem with the month's capacity fee as the home's grid owner takes it, and what a person should know of that. */
export interface WithCapacity {
  readonly problem: Problem;
  readonly notes: readonly string[];
}

/**
 * Puts the grid owner's steps in, NOK a month incl. VAT where there is any, unless the problem has its own. Only where something is told of
 * the month or the house: against a house that draws nothing, in a month without peaks, the fee would decide what it does not.
 */
export function withCapacitySteps(problem: Problem, home: Home): WithCapacity {
  if (problem.capacitySteps !== undefined) return { problem, notes: [] };
  const date = localDate(parseIso(problem.slots[0]?.start ?? '') ?? 0);
  const capacity = tariffOn(home.gridOwner, home.gridTariffName, date)?.tariff.capacity;
  if (!capacity) return { problem, notes: [] };
  const { name } = home.gridOwner;
  if (capacity.method !== 'top-three-days' && capacity.method !== 'unknown') {
    return {
      problem,
      notes: [`${name} does not take its capacity fee by the month's three highest days: it is not weighed.`],
    };
  }
  if (!isMonthTold(problem)) {
    return {
      problem,
      notes: [
        'The capacity fee is not weighed: nothing is told of the month (--month-peaks) or the house (baseLoadKw).',
      ],
    };
  }
  const steps = monthlySteps(capacity, home.taxZone).map(({ uptoKw, nokPerMonth }) => ({
    uptoKw,
    nokPerMonth: Math.round(nokPerMonth * 100) / 100,
  }));
  const assumed =
    capacity.method === 'unknown'
      ? [`${name} does not say how it takes its capacity fee: by the month's three highest days is assumed.`]
      : [];
  return { problem: { ...problem, capacitySteps: steps }, notes: assumed };
}

function isMonthTold({ slots, monthTopPeaksKw }: Problem): boolean {
  return monthTopPeaksKw !== undefined || slots.some(({ baseLoadKw = 0 }) => baseLoadKw > 0);
}
