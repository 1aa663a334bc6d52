import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';

/**
 * What the car should be set to take now, A on each phase: what its window says, else what it was set to before us. Null: let it be.
 */
export function currentWanted({ plan, mode, owed }: HomeVehicle, now: Instant): number | null {
  const inForce = mode === 'plan' ? (plan?.windows ?? []) : [];
  const window = inForce.find(({ fromAt, untilAt }) => fromAt <= now && now < untilAt);
  return window?.ampere ?? owed.ampereBefore;
}
