import type { Random } from '../../platform/index.ts';
import type { CarState } from './car-state.ts';

/** Where the simulated home is: random in every run, so that a search for it finds only a leak. */
export interface HomeSecrets {
  readonly latitude: number;
  readonly longitude: number;
  readonly address: string;
}

/** Somewhere in eastern Norway, to seven decimals. */
export function randomHome(random: Random): HomeSecrets {
  const decimal = (from: number, span: number) => Math.round((from + random.unit() * span) * 1e7) / 1e7;
  return {
    latitude: decimal(59, 2.5),
    longitude: decimal(9, 2.5),
    address: `${random.id().slice(0, 8)}veien ${1 + Math.floor(random.unit() * 98)}`,
  };
}

/** One sentence with everything in it that must never get past an adapter; put where programs do not expect it. */
export function gossip(home: HomeSecrets, car: CarState): string {
  return `${car.displayName} (${car.vin}) at ${home.latitude}, ${home.longitude}, ${home.address}`;
}

/** `drive_state` as Tesla sends it to an app with the location scope. Here every app gets it. */
export function driveState(home: HomeSecrets, timestamp: number): Record<string, unknown> {
  return {
    latitude: home.latitude,
    longitude: home.longitude,
    native_latitude: home.latitude,
    native_longitude: home.longitude,
    native_type: 'wgs',
    heading: 217,
    gps_as_of: Math.floor(timestamp / 1000) - 10,
    shift_state: null,
    speed: null,
    power: 0,
    active_route_destination: home.address,
    active_route_latitude: home.latitude,
    active_route_longitude: home.longitude,
    timestamp,
  };
}
