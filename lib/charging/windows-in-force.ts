import type { HomeVehicle, PlanWindow } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';

/** The windows that were chosen for the car, and that it follows: none where there was no choice or the driver says otherwise. */
export function windowsInForce({ mode, plan }: HomeVehicle): readonly PlanWindow[] {
  return mode === 'plan' && plan !== null && plan.mode === 'plan' && plan.together > 0 ? plan.windows : [];
}

/** The window it charges in now. */
export function windowNow(vehicle: HomeVehicle, now: Instant): PlanWindow | null {
  return windowsInForce(vehicle).find(({ fromAt, untilAt }) => fromAt <= now && now < untilAt) ?? null;
}
