import type { Command } from '../devices/index.ts';
import type { CommandRecord, HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { currentWanted } from './current-wanted.ts';
import type { DesiredState } from './desired-state.ts';
import { limitWanted } from './limit-wanted.ts';
import { socTolerance } from './physics.ts';
import { takesCurrent } from './takes-current.ts';

/** The set-state commands that bring the car to what it should be doing, the first to be sent first; none where it is doing that. */
export function differences(vehicle: HomeVehicle, desired: DesiredState, now: Instant): Command[] {
  const observed = vehicle.observed;
  if (observed === null || observed.plug !== 'plugged') return owedCurrent(vehicle);
  const { charge } = observed;
  const isCharging = charge === 'charging' || charge === 'starting';
  if (desired === 'paused' && isCharging) return [{ kind: 'stop' }];
  const isStopped = charge === 'stopped' || charge === 'unknown';
  const start: Command[] = desired === 'charging' && isStopped ? [{ kind: 'start' }] : [];
  const current = currentDifference(vehicle, now);
  // The current before the start, so that the fuse never sees full power; but a car that will not have it charges all the same.
  const moves = takesCurrent(vehicle, now) ? [...current, ...start] : [...start, ...current];
  return [...moves, ...limitDifference(vehicle)];
}

/** A current that the car took and the driver has moved since is the driver's, until the plan wants another. */
function currentDifference(vehicle: HomeVehicle, now: Instant): Command[] {
  const ampere = currentWanted(vehicle, now);
  const observed = vehicle.observed?.circuit?.ampere ?? null;
  if (ampere === null || observed === null || observed === ampere) return [];
  if (!vehicle.maySetCurrent && ampere !== vehicle.owed.ampereBefore) return [];
  const last = sinceSession(vehicle, 'set-current').at(-1);
  const wasTaken = last?.state === 'confirmed' && last.ampere === ampere;
  return wasTaken ? [] : [{ kind: 'set-current', ampere }];
}

/** Away from home the car is to take again what it took before us. */
function owedCurrent({ observed, owed }: HomeVehicle): Command[] {
  const ampere = owed.ampereBefore;
  const takes = observed?.circuit?.ampere ?? null;
  if (observed?.plug !== 'unplugged' || ampere === null || takes === null || takes === ampere) return [];
  return [{ kind: 'set-current', ampere }];
}

/** The car's limit stops it where the plan ends, also when we are out of reach. The driver may move it after us: it is set once a session. */
function limitDifference(vehicle: HomeVehicle): Command[] {
  const limitSoc = limitWanted(vehicle);
  const observed = vehicle.observed?.limitSoc ?? null;
  if (vehicle.mode === 'pause' || vehicle.plan === null || observed === null) return [];
  if (Math.abs(observed - limitSoc) < socTolerance) return [];
  const wasSet = sinceSession(vehicle, 'set-limit').some(
    (record) => record.state === 'confirmed' && record.limitSoc === limitSoc,
  );
  return wasSet ? [] : [{ kind: 'set-limit', limitSoc }];
}

/** Commands of this session, oldest first. */
function sinceSession({ commands, session }: HomeVehicle, kind: Command['kind']): CommandRecord[] {
  const since = session?.pluggedInAt ?? 0;
  return commands.filter((record) => record.kind === kind && record.intendedAt >= since);
}
