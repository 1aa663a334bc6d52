import type { HomeVehicle, PlanInForce } from '../homes/index.ts';
import { HOUR_MS, QUARTER_MS } from '../time/index.ts';
import { chargingEfficiency, socTolerance } from './physics.ts';
import { targetOf } from './target-reached.ts';

/** The car's own limit that lets it stop by itself where the plan ends; whole percent upwards, 50–100 as cars take it. */
export function limitWanted(vehicle: HomeVehicle): number {
  const endSoc = Math.max(endWanted(vehicle), targetOf(vehicle));
  const percent = Math.ceil(endSoc * 100 - 1e-6);
  return Math.min(100, Math.max(50, percent)) / 100;
}

/** A car that is on or off is planned in whole quarter hours: what the last of them is too much is not wished for. */
function endWanted({ plan, batteryKwh }: HomeVehicle): number {
  if (plan === null) return 0;
  const quarterKwh = (plan.maxKw * QUARTER_MS * chargingEfficiency) / HOUR_MS;
  const isRounding = plan.endSoc <= plan.targetSoc + quarterKwh / batteryKwh + socTolerance;
  return isOnOrOff(plan) && isRounding ? plan.targetSoc : plan.endSoc;
}

function isOnOrOff({ kwPerAmpere, fuseKw, capacity, together }: PlanInForce): boolean {
  return together > 0 && kwPerAmpere === null && (fuseKw !== null || capacity !== null);
}
