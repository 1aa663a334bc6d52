import type { PlanInForce } from '../homes/index.ts';
import { planCharging } from '../planning/index.ts';
import { HOUR_MS, QUARTER_MS } from '../time/index.ts';
import { type Asked, comfortablyReadyAt, knownQuarters, type PlanBasis, planBasis } from './plan-basis.ts';
import { type Planner, planOptimal } from './plan-optimal.ts';
import { planAtOnce, planPaused } from './plan-without-choice.ts';

/**
 * The plan for one car, from now until the driver's next ready time. Where prices end before that, the known quarters are
 * planned if the energy fits into them (the rest is replanned when prices arrive); if it does not, or nothing is known of
 * battery or prices, the car charges at once: driver first.
 */
export async function makePlan(asked: Asked, planner: Planner = planCharging): Promise<PlanInForce> {
  const basis = planBasis(asked);
  if (asked.vehicle.mode === 'pause') return planPaused(basis);
  if (asked.vehicle.mode === 'charge-now') {
    return planAtOnce(basis, { status: 'best-effort', explanation: 'driver-charges-now' });
  }
  if (basis.soc === null) return planAtOnce(basis, { status: 'best-effort', explanation: 'no-choice' });
  return await planByPrices(basis, basis.soc, planner);
}

async function planByPrices(basis: PlanBasis, soc: number, planner: Planner): Promise<PlanInForce> {
  const { now, maxKw, neededKwh } = basis;
  const untilAt = comfortablyReadyAt(basis);
  const quarters = knownQuarters(basis, untilAt);
  const knownUntilAt = (quarters.at(-1)?.startAt ?? now - QUARTER_MS) + QUARTER_MS;
  const fits = now + ((neededKwh ?? 0) / maxKw) * HOUR_MS <= knownUntilAt;
  if (!fits && knownUntilAt + QUARTER_MS <= untilAt) {
    return planAtOnce(basis, { status: 'no-prices', explanation: 'prices-unknown' });
  }
  const explanation = quarters.length < 2 ? 'too-little-time' : 'no-choice';
  return (
    (await orNull(() => planOptimal(basis, soc, quarters, planner))) ??
    planAtOnce(basis, {
      status: 'best-effort',
      explanation: neededKwh === 0 ? 'already-charged' : explanation,
    })
  );
}

/** The planner catches its engines' failures itself; should it fail all the same, the car charges. */
async function orNull<T>(attempt: () => Promise<T>): Promise<T | null> {
  try {
    return await attempt();
  } catch {
    return null;
  }
}
