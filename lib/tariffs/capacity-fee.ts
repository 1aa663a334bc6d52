import { demandKw, type HourLoad, type Month } from './demand.ts';
import type { CapacityCharge } from './grid-owner.ts';

export interface CapacityUse {
  readonly month: Month;
  /** Hours metered so far: of the month, for `five-weighted-weeks` of the year before it too. */
  readonly soFar: readonly HourLoad[];
  /** Hours still to come as planned, house and cars together. */
  readonly planned: readonly HourLoad[];
  /** Main fuse, A at 230 V three-phase; null where it is not known. */
  readonly fuseAmpere: number | null;
}

export interface CapacityFee {
  /** What the step was looked up with: kW, or the fuse's A. */
  readonly demand: number;
  /** NOK for the month, ex VAT. */
  readonly nok: number;
  /** True where the owner does not publish its method or its rule at a threshold: then as most owners do. */
  readonly assumed: boolean;
}

/** The month's capacity fee with this use. Null where it goes by the main fuse and that is not known. */
export function capacityFee(charge: CapacityCharge, use: CapacityUse): CapacityFee | null {
  const demand = demandOf(charge, use);
  if (demand === null) return null;
  return {
    demand,
    nok: stepNokPerYear(charge, demand) / 12,
    assumed: charge.method === 'unknown' || charge.thresholdIncluded === null,
  };
}

function demandOf({ method }: CapacityCharge, use: CapacityUse): number | null {
  if (method === 'main-fuse') return use.fuseAmpere;
  return demandKw(method, use.month, [...use.soFar, ...use.planned]);
}

/** The whole price of the highest step that the demand reaches; the first one below that. */
function stepNokPerYear({ steps, thresholdIncluded }: CapacityCharge, demand: number): number {
  const reached = steps.findLast(({ from }) =>
    thresholdIncluded === false ? demand > from : demand >= from,
  );
  return (reached ?? steps[0])?.nokPerYear ?? 0;
}
