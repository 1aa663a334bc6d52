import type { Command } from '../devices/index.ts';
import type { HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import type { DesiredState } from './desired-state.ts';
import { limitWanted } from './limit-wanted.ts';
import { socTolerance } from './physics.ts';

/** The one set-state command that brings the car closer to what it should be doing; null where it is doing that. */
export function difference(vehicle: HomeVehicle, desired: DesiredState): Command | null {
  const observed = vehicle.observed;
  if (observed === null || observed.plug !== 'plugged') return null;
  const { charge } = observed;
  const isCharging = charge === 'charging' || charge === 'starting';
  if (desired === 'paused' && isCharging) return { kind: 'stop' };
  if (desired === 'charging' && (charge === 'stopped' || charge === 'unknown')) return { kind: 'start' };
  return limitDifference(vehicle);
}

/** The car's limit stops it where the plan ends, also when we are out of reach. The driver may move it after us: it is set once a session. */
function limitDifference(vehicle: HomeVehicle): Command | null {
  const limitSoc = limitWanted(vehicle);
  const observed = vehicle.observed?.limitSoc ?? null;
  if (vehicle.mode === 'pause' || vehicle.plan === null || observed === null) return null;
  if (Math.abs(observed - limitSoc) < socTolerance || wasSet(vehicle, limitSoc)) return null;
  return { kind: 'set-limit', limitSoc };
}

function wasSet({ commands, session }: HomeVehicle, limitSoc: number): boolean {
  const since: Instant = session?.pluggedInAt ?? 0;
  return commands.some(
    (record) =>
      record.kind === 'set-limit' &&
      record.state === 'confirmed' &&
      record.limitSoc === limitSoc &&
      record.intendedAt >= since,
  );
}
