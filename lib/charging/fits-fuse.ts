import type { Command } from '../devices/index.ts';
import { fuseKw, type Home, type HomeVehicle } from '../homes/index.ts';
import type { Instant } from '../time/index.ts';
import { drawsNowKw, kwAt } from './draws-now.ts';
import { houseLoad } from './house-load.ts';

/**
 * Whether the fuse carries what the command makes the car draw beside what the others may still be drawing. A plan in which one car goes
 * down as another goes up holds only once the first was seen to have gone down. Without the margin of plans: cars that keep to theirs, a few
 * volts above what was planned on, must not keep each other waiting.
 */
export function fitsFuse(home: Home, vehicle: HomeVehicle, command: Command, now: Instant): boolean {
  if (home.fuse === null) return true;
  const { net } = home.fuse;
  const others = home.vehicles.filter(({ vehicleRef }) => vehicleRef !== vehicle.vehicleRef);
  const othersKw = others.reduce((sum, other) => sum + drawsNowKw(other, net, now), 0);
  const ownKw = kwAfter(vehicle, net, command, now);
  if (othersKw === 0 || ownKw <= drawsNowKw(vehicle, net, now)) return true;
  return houseLoad(home, now)(now) + othersKw + ownKw <= fuseKw(home.fuse);
}

function kwAfter(vehicle: HomeVehicle, net: 'TN' | 'IT', command: Command, now: Instant): number {
  const nowKw = drawsNowKw(vehicle, net, now);
  if (command.kind === 'start') return kwAt(vehicle, net, vehicle.observed?.circuit?.ampere ?? null);
  return command.kind === 'set-current' && nowKw > 0 ? kwAt(vehicle, net, command.ampere) : nowKw;
}
