import type { Command } from '../devices/index.ts';
import type { Home, HomeVehicle } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { fitsFuse } from './fits-fuse.ts';
import { nextCommand } from './next-command.ts';
import { sendCommand, wake } from './send-command.ts';
import { shouldWake } from './when-to-wake.ts';

/** A run that has taken so long sends nothing more: what is left is for the next one. */
const longestRunMs = 12_000;

/**
 * At most one command to each car. Those that draw less first, and none that draws more before the fuse has room for it: it never sees the old
 * power of one and the new one of another.
 */
export async function actOnCars(
  platform: Platform,
  planned: Home,
  startedAt: Instant,
): Promise<{ readonly home: Home; readonly isDone: boolean }> {
  let home = planned;
  for (const vehicleRef of inOrder(planned, startedAt)) {
    if (platform.clock.now() - startedAt > longestRunMs) return { home, isDone: false };
    const vehicle = home.vehicles.find((other) => other.vehicleRef === vehicleRef);
    if (vehicle !== undefined) home = await actOn(platform, home, vehicle, startedAt);
  }
  return { home, isDone: true };
}

async function actOn(platform: Platform, home: Home, vehicle: HomeVehicle, now: Instant): Promise<Home> {
  if (vehicle.link !== 'working') return home;
  if (shouldWake(vehicle, now)) return await wake(platform, home, vehicle);
  const command = nextCommand(vehicle, now);
  if (command === null || !fitsFuse(home, vehicle, command, now)) return home;
  return await sendCommand(platform, home, vehicle, command);
}

const rank: Readonly<Record<Command['kind'], number>> = {
  stop: 0,
  'set-current': 1,
  'set-limit': 2,
  start: 3,
};

function inOrder({ vehicles }: Home, now: Instant): string[] {
  const ranked = vehicles.map((vehicle) => {
    const kind = vehicle.link === 'working' ? nextCommand(vehicle, now)?.kind : undefined;
    return { vehicleRef: vehicle.vehicleRef, rank: kind === undefined ? rank.start : rank[kind] };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ vehicleRef }) => vehicleRef);
}
