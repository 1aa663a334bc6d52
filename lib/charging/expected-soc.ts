import type { PlanInForce } from '../homes/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import { chargingEfficiency } from './physics.ts';
import { clip } from './quarter-shares.ts';

/** Where the battery is at this instant if the plan was followed, 0–1. */
export function expectedSoc(plan: PlanInForce, batteryKwh: number, at: Instant): number {
  const behind = { fromAt: plan.madeAt, untilAt: at };
  const gridKwh = plan.windows.reduce((sum, window) => {
    const [span] = clip([window], behind);
    const hours = span === undefined ? 0 : (span.untilAt - span.fromAt) / HOUR_MS;
    return sum + hours * kwOf(window.ampere, plan);
  }, 0);
  const gained = (gridKwh * chargingEfficiency) / batteryKwh;
  return Math.min(plan.socAtStart + gained, Math.max(plan.endSoc, plan.socAtStart));
}

function kwOf(ampere: number | null, { maxKw, kwPerAmpere }: PlanInForce): number {
  return ampere === null || kwPerAmpere === null ? maxKw : Math.min(maxKw, ampere * kwPerAmpere);
}
