import type { Observation } from '../devices/index.ts';
import type { HomeVehicle, Session } from '../homes/index.ts';
import { HOUR_MS } from '../time/index.ts';
import type { KnownPrices } from './known-prices.ts';
import { assumedMaxKw, believablePowerKw, chargingEfficiency } from './physics.ts';
import { clip, quarterShares, type Span } from './quarter-shares.ts';

/**
 * The session with the energy since its last reading, at the prices of the quarters it flowed in and, for comparison, of
 * those it would have flowed in at full power from plug-in. Energy of which either price is unknown counts in neither sum.
 */
export function meterEnergy(
  session: Session,
  observed: Observation,
  vehicle: HomeVehicle,
  prices: KnownPrices,
): Session {
  const until = observed.observedAt;
  const maxKw = sessionMaxKw(session, observed);
  const meter = {
    at: Math.max(until, session.meter.at),
    sessionKwh: observed.sessionKwh ?? session.meter.sessionKwh,
    soc: observed.soc ?? session.meter.soc,
  };
  const gridKwh = batteryKwhGained(session, observed, vehicle.batteryKwh) / chargingEfficiency;
  if (gridKwh <= 0 || until <= session.meter.at) return { ...session, meter, maxKw };

  const chargeNowUntilAt = session.chargeNowUntilAt + (gridKwh / (maxKw ?? assumedMaxKw)) * HOUR_MS;
  const costOre = costOf(gridKwh, flowedIn(vehicle, { fromAt: session.meter.at, untilAt: until }), prices);
  const chargeNowOre = costOf(
    gridKwh,
    [{ fromAt: session.chargeNowUntilAt, untilAt: chargeNowUntilAt }],
    prices,
  );
  const priced = costOre !== null && chargeNowOre !== null;
  return {
    ...session,
    meter,
    maxKw,
    chargeNowUntilAt,
    gridKwh: session.gridKwh + gridKwh,
    costOre: session.costOre + (priced ? costOre : 0),
    chargeNowOre: session.chargeNowOre + (priced ? chargeNowOre : 0),
    unpriced: session.unpriced || !priced,
  };
}

/** The car's own counter where it told one twice and it did not start over; else its state of charge. */
function batteryKwhGained(session: Session, observed: Observation, batteryKwh: number): number {
  const { sessionKwh, soc } = session.meter;
  if (sessionKwh !== null && observed.sessionKwh !== null && observed.sessionKwh >= sessionKwh) {
    return observed.sessionKwh - sessionKwh;
  }
  if (soc === null || observed.soc === null) return 0;
  return Math.max(0, (observed.soc - soc) * batteryKwh);
}

/** A charging car tells what it takes; one that waits may tell less than it will take (phases are known only under load). */
function sessionMaxKw(session: Session, observed: Observation): number | null {
  const taken = observed.charge === 'charging' ? observed.powerKw : null;
  const told = believablePowerKw(observed.maxKw) ?? believablePowerKw(taken);
  if (told === null) return session.maxKw;
  return observed.charge === 'charging' ? told : Math.max(told, session.maxKw ?? 0);
}

/** Between two readings the energy flowed while the plan let it; where it did not, at any time. */
function flowedIn(vehicle: HomeVehicle, between: Span): Span[] {
  const windows = vehicle.mode === 'plan' ? clip(vehicle.plan?.windows ?? [], between) : [];
  return windows.length > 0 ? windows : [between];
}

function costOf(gridKwh: number, spans: readonly Span[], prices: KnownPrices): number | null {
  let ore = 0;
  for (const { startAt, share } of quarterShares(spans)) {
    const price = prices.byQuarter.get(startAt);
    if (price === undefined) return null;
    ore += share * gridKwh * price.oreInclVat;
  }
  return ore;
}
