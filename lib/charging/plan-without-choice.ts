import type { ExplanationKey, PlanInForce } from '../homes/index.ts';
import { HOUR_MS } from '../time/index.ts';
import { knownQuarters, type PlanBasis } from './plan-basis.ts';
import { costOre, quartersAtOnce } from './plan-cost.ts';
import { priceFacts } from './price-facts.ts';
import { wishesKeyOf } from './ready-wish.ts';

/** Charging from now until the target is there: where the driver says so, or where there is nothing to choose by. */
export function planAtOnce(
  basis: PlanBasis,
  why: { readonly status: 'best-effort' | 'no-prices'; readonly explanation: ExplanationKey },
): PlanInForce {
  const { now, readyAt, maxKw, neededKwh, targetSoc, soc } = basis;
  const untilReadyKwh = (maxKw * (readyAt - now)) / HOUR_MS;
  const energyKwh = neededKwh ?? untilReadyKwh;
  const slots = quartersAtOnce(knownQuarters(basis, readyAt), now, energyKwh, maxKw);
  const cost = costOre(slots);
  return {
    ...frameOf(basis),
    slots,
    windows:
      energyKwh > 0
        ? [{ fromAt: now, untilAt: Math.ceil(now + (energyKwh / maxKw) * HOUR_MS), ampere: null }]
        : [],
    endSoc: Math.max(targetSoc, soc ?? 0),
    status: why.status,
    costOre: cost,
    chargeNowOre: cost,
    ...priceFacts(basis, slots, slots),
    shortfallKwh: Math.max(0, energyKwh - untilReadyKwh),
    explanation: [why.explanation],
  };
}

/** The driver paused it: nothing is planned until the driver says otherwise. */
export function planPaused(basis: PlanBasis): PlanInForce {
  const slots = knownQuarters(basis, basis.readyAt).map((quarter) => ({ ...quarter, powerKw: 0 }));
  return {
    ...frameOf(basis),
    slots,
    windows: [],
    endSoc: basis.soc ?? 0,
    status: 'best-effort',
    costOre: 0,
    chargeNowOre: 0,
    ...priceFacts(basis, slots, slots),
    shortfallKwh: basis.neededKwh ?? 0,
    explanation: ['driver-paused'],
  };
}

function frameOf(basis: PlanBasis) {
  const { planId, now, reason, vehicle, readyAt, targetSoc, soc, maxKw, prices } = basis;
  return {
    planId,
    madeAt: now,
    reason,
    mode: vehicle.mode,
    readyAt,
    doneByAt: readyAt,
    targetSoc,
    socAtStart: soc ?? 0,
    maxKw,
    gapOre: 0,
    solver: 'none' as const,
    pricesUsed: prices.used,
    capacity: null,
    fuseKw: null,
    together: 0,
    othersKey: '',
    wishesKey: wishesKeyOf(basis, vehicle.wishes),
    kwPerAmpere: basis.kwPerAmpere,
    guessedFromAt: null,
    nineInTenOre: null,
    wouldCost: [],
  };
}
