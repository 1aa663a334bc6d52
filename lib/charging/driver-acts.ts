import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { pendingCommand } from './command-ledger.ts';
import { desiredState } from './desired-state.ts';
import { socTolerance } from './physics.ts';

/** A car may tell its old state this long after it was seen stopped; later it was somebody else who started it. */
const stopEchoMs = 3 * 60_000;

/** What the driver did at the car goes before what we had in mind. */
export function respectDriver(vehicle: HomeVehicle, now: Instant): HomeVehicle {
  return respectCurrent(respectLimit(respectStart(vehicle, now)));
}

/** Seen charging though we saw it stopped on our word and did not start it: the driver did, and means it. */
function respectStart(vehicle: HomeVehicle, now: Instant): HomeVehicle {
  const { observed, session, commands } = vehicle;
  if (observed?.charge !== 'charging' || desiredState(vehicle, now) !== 'paused') return vehicle;
  const last = commands.findLast(
    ({ kind, state }) => (kind === 'start' || kind === 'stop') && state !== 'superseded',
  );
  if (last?.kind !== 'stop' || last.state !== 'confirmed' || last.settledAt === null) return vehicle;
  if (last.intendedAt < (session?.pluggedInAt ?? 0)) return vehicle;
  if (observed.observedAt <= last.settledAt + stopEchoMs) return vehicle;
  return { ...vehicle, mode: 'charge-now', owed: { ...vehicle.owed, pausedByUs: false } };
}

/** A limit the driver has moved since is the driver's: there is nothing to give back. */
function respectLimit(vehicle: HomeVehicle): HomeVehicle {
  const { observed, owed, commands } = vehicle;
  const ours = commands.findLast(({ kind, state }) => kind === 'set-limit' && state === 'confirmed');
  const limit = observed?.limitSoc ?? null;
  if (owed.limitSocBefore === null || limit === null || !ours || pendingCommand(vehicle)) return vehicle;
  if (Math.abs(limit - (ours.limitSoc ?? limit)) < socTolerance) return vehicle;
  return { ...vehicle, owed: { ...owed, limitSocBefore: null } };
}

/** A current that was none of ours in this session is the driver's likewise. A start may overtake ours before it is read back. */
function respectCurrent(vehicle: HomeVehicle): HomeVehicle {
  const { observed, owed, commands, session } = vehicle;
  const ampere = observed?.circuit?.ampere ?? null;
  if (owed.ampereBefore === null || ampere === null || pendingCommand(vehicle)) return vehicle;
  const ours = commands.filter(
    ({ kind, intendedAt }) => kind === 'set-current' && intendedAt >= (session?.pluggedInAt ?? 0),
  );
  const isOurs = ampere === owed.ampereBefore || ours.some((record) => record.ampere === ampere);
  return isOurs || ours.length === 0 ? vehicle : { ...vehicle, owed: { ...owed, ampereBefore: null } };
}
