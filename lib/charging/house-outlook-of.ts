import { fuseKw, type Home, plannedFuseKw } from '../homes/index.ts';
import type { GridOwner } from '../tariffs/index.ts';
import { hourStart, type Instant } from '../time/index.ts';
import { capacityOutlook } from './capacity-outlook.ts';
import { houseLoad } from './house-load.ts';
import type { HouseOutlook } from './house-outlook.ts';

/** The house of a home as its cars' plans see it. */
export function houseOutlook(home: Home, gridOwner: GridOwner | null, now: Instant): HouseOutlook {
  const carKwh = new Map(home.carHours.map(({ startAt, kwh }) => [hourStart(startAt), kwh]));
  const loadKw = houseLoad(home, now);
  const capacity = capacityOutlook(home, gridOwner, now, loadKw);
  return {
    fuseKw: home.fuse && plannedFuseKw(home.fuse),
    carriesKw: home.fuse && fuseKw(home.fuse),
    net: home.fuse?.net ?? null,
    loadKw,
    capacity,
    isCapacityLeftOut: gridOwner !== null && capacity === null,
    carKwhIn: (startAt) => carKwh.get(startAt) ?? 0,
  };
}
