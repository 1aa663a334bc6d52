import { HOUR_MS, type Instant, QUARTER_MS, quarterStart } from '../time/index.ts';
import type { HouseOutlook } from './house-outlook.ts';
import { chargingEfficiency } from './physics.ts';
import type { PlanBasis } from './plan-basis.ts';

/** A car that leaves the planner a choice. */
export interface CarToPlan {
  readonly basis: PlanBasis;
  readonly soc: number;
  /** After what it charges anyway. */
  readonly socToPlanOn: number;
  /** A battery below its reserve charges through the rest of this quarter hour: at so much, kW; else 0. */
  readonly chargesAnywayKw: number;
  /** The planner has it from the next quarter hour on: a reserve is refilled in whole ones. */
  readonly startsWithNext: boolean;
  /** End of the quarter hours it may use. */
  readonly untilAt: Instant;
}

export function carToPlan(
  basis: PlanBasis,
  soc: number,
  untilAt: Instant,
  { house, isAlone }: { readonly house: HouseOutlook; readonly isAlone: boolean },
): CarToPlan {
  const { vehicle, now, maxKw } = basis;
  const quarterAt = quarterStart(now);
  const restMs = quarterAt + QUARTER_MS - now;
  const startsWithNext =
    soc < vehicle.wishes.reserveSoc && restMs < QUARTER_MS && quarterAt + QUARTER_MS < untilAt;
  const fuseCarriesIt = house.fuseKw === null || (isAlone && house.loadKw(quarterAt) + maxKw <= house.fuseKw);
  const chargesAnywayKw = startsWithNext && fuseCarriesIt ? maxKw : 0;
  const gainedKwh = (chargesAnywayKw * restMs * chargingEfficiency) / HOUR_MS;
  const socToPlanOn = Math.min(1, soc + gainedKwh / vehicle.batteryKwh);
  return { basis, soc, socToPlanOn, chargesAnywayKw, startsWithNext, untilAt };
}
