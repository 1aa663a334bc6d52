import type { PlanInForce } from '../homes/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import { chargingEfficiency } from './physics.ts';
import { clip } from './quarter-shares.ts';

/** Where the battery is at this instant if the plan was followed, 0–1. */
export function expectedSoc(plan: PlanInForce, batteryKwh: number, at: Instant): number {
  const charged = clip(plan.windows, { fromAt: plan.madeAt, untilAt: at });
  const hours = charged.reduce((sum, { fromAt, untilAt }) => sum + untilAt - fromAt, 0) / HOUR_MS;
  const gained = (hours * plan.maxKw * chargingEfficiency) / batteryKwh;
  return Math.min(plan.socAtStart + gained, Math.max(plan.endSoc, plan.socAtStart));
}
