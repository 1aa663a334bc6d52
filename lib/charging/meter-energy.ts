import type { Observation } from '../devices/index.ts';
import type { HomeVehicle, Session } from '../homes/index.ts';
import { HOUR_MS } from '../time/index.ts';
import { type Flow, flowedIn } from './flowed-in.ts';
import type { KnownPrices } from './known-prices.ts';
import { assumedMaxKw, believablePowerKw, chargingEfficiency } from './physics.ts';
import { quarterShares } from './quarter-shares.ts';
import { unthrottledKw } from './unthrottled-kw.ts';

/**
 * The session with the energy since its last reading, at the prices of the quarters it flowed in and, for comparison, of
 * those it would have flowed in at full power from plug-in. Energy of which either price is unknown counts in neither sum;
 * energy priced at rates that are assumed counts, and marks the session.
 */
export function meterEnergy(
  session: Session,
  observed: Observation,
  vehicle: HomeVehicle,
  prices: KnownPrices,
): Session {
  const until = observed.observedAt;
  const maxKw = sessionMaxKw(session, observed, vehicle.owed.ampereBefore);
  const meter = {
    at: Math.max(until, session.meter.at),
    sessionKwh: observed.sessionKwh ?? session.meter.sessionKwh,
    soc: observed.soc ?? session.meter.soc,
  };
  const gridKwh = batteryKwhGained(session, observed, vehicle.batteryKwh) / chargingEfficiency;
  if (gridKwh <= 0 || until <= session.meter.at) return { ...session, meter, maxKw };

  const chargeNowUntilAt = session.chargeNowUntilAt + (gridKwh / (maxKw ?? assumedMaxKw)) * HOUR_MS;
  const cost = costOf(gridKwh, flowedIn(vehicle, { fromAt: session.meter.at, untilAt: until }), prices);
  const chargeNow = costOf(
    gridKwh,
    [{ fromAt: session.chargeNowUntilAt, untilAt: chargeNowUntilAt, kw: 1 }],
    prices,
  );
  const priced = cost !== null && chargeNow !== null;
  return {
    ...session,
    meter,
    maxKw,
    chargeNowUntilAt,
    gridKwh: session.gridKwh + gridKwh,
    costOre: session.costOre + (priced ? cost.ore : 0),
    chargeNowOre: session.chargeNowOre + (priced ? chargeNow.ore : 0),
    unpriced: session.unpriced || !priced,
    assumed: session.assumed || (priced && cost.assumed),
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
function sessionMaxKw(session: Session, observed: Observation, ampereBefore: number | null): number | null {
  const taken = observed.charge === 'charging' && ampereBefore === null ? observed.powerKw : null;
  const told = unthrottledKw(observed, ampereBefore) ?? believablePowerKw(taken);
  if (told === null) return session.maxKw;
  return observed.charge === 'charging' ? told : Math.max(told, session.maxKw ?? 0);
}

interface Cost {
  readonly ore: number;
  readonly assumed: boolean;
}

function costOf(gridKwh: number, spans: readonly Flow[], prices: KnownPrices): Cost | null {
  let ore = 0;
  let assumed = false;
  for (const { startAt, share } of quarterShares(spans)) {
    const price = prices.byQuarter.get(startAt);
    if (price === undefined) return null;
    ore += share * gridKwh * price.oreInclVat;
    assumed ||= price.assumed.length > 0;
  }
  return { ore, assumed };
}
