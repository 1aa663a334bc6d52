import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import type { CarLoad } from './home-problem.ts';

/**
 * The rest of a block that is to go on until it is done: begun, by the driver's wish. Nothing but the driver's own doing moves it, and to the
 * other cars it is part of the house. Null where none runs.
 */
export function runningBlock({ wishes, plan, mode }: HomeVehicle, now: Instant): CarLoad | null {
  if (!wishes.unbroken || mode !== 'plan' || plan === null || plan.together === 0) return null;
  const isOn = plan.windows.some(({ fromAt, untilAt }) => fromAt <= now && now < untilAt);
  if (!isOn) return null;
  const { maxKw, kwPerAmpere, windows } = plan;
  const ahead = windows.filter(({ untilAt }) => untilAt > now);
  const kw = ahead.map(({ ampere }) => (ampere === null ? maxKw : ampere * (kwPerAmpere ?? maxKw)));
  return { fromAt: now, untilAt: ahead.at(-1)?.untilAt ?? now, kw: Math.min(maxKw, Math.max(...kw)) };
}
