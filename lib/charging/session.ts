import type { Observation } from '../devices/index.ts';
import type { FinishedSession, HomeVehicle, Session } from '../homes/index.ts';
import { HOUR_MS } from '../time/index.ts';
import { believablePowerKw, chargingEfficiency } from './physics.ts';

/**
 * A session as it is when the plug is first seen in. A car that already charges tells by its counter since when, but not
 * before it was last seen unplugged; a counter that cannot be of this session is taken as its zero.
 */
export function openSession(seenBefore: Observation | null, observed: Observation): Session {
  const maxKw = believablePowerKw(observed.maxKw);
  const powerKw = observed.charge === 'charging' ? (believablePowerKw(observed.powerKw) ?? maxKw) : null;
  const addedKwh = observed.sessionKwh ?? 0;
  const sinceMs = powerKw === null ? 0 : (addedKwh / chargingEfficiency / powerKw) * HOUR_MS;
  const earliestAt = seenBefore?.plug === 'unplugged' ? seenBefore.fetchedAt : observed.observedAt;
  const pluggedInAt = Math.round(observed.observedAt - sinceMs);
  const counted = sinceMs > 0 && pluggedInAt >= earliestAt - slackMs;
  const startedAt = counted
    ? Math.max(pluggedInAt, Math.min(earliestAt, observed.observedAt))
    : observed.observedAt;
  return {
    pluggedInAt: startedAt,
    meter: {
      at: startedAt,
      sessionKwh: counted ? 0 : observed.sessionKwh,
      soc: counted ? null : observed.soc,
    },
    chargeNowUntilAt: startedAt,
    maxKw: maxKw ?? powerKw,
    gridKwh: 0,
    costOre: 0,
    chargeNowOre: 0,
    unpriced: false,
    assumed: false,
  };
}

/** The counter is told with one decimal and power as a whole number: the two may be this far apart. */
const slackMs = 5 * 60 * 1000;

/** Whole øre and watt-hours, so that what is shown adds up. */
export function closeSession(vehicle: HomeVehicle, session: Session, observed: Observation): FinishedSession {
  return {
    vehicleRef: vehicle.vehicleRef,
    pluggedInAt: session.pluggedInAt,
    endedAt: observed.observedAt,
    gridKwh: Math.round(session.gridKwh * 1000) / 1000,
    costOre: Math.round(session.costOre),
    chargeNowOre: Math.round(session.chargeNowOre),
    unpriced: session.unpriced,
    assumed: session.assumed,
  };
}
