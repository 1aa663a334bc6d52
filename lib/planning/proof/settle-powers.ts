import { NOTHING_KW } from '../problem/limits.ts';
import type { Model } from '../problem/model.ts';
import { floorKw } from './floor-kw.ts';
import { keepBattery } from './keep-battery.ts';
import { keepFuse } from './keep-fuse.ts';
import { reachGoal } from './reach-goal.ts';

/** An engine's rounding, kW: nearer than this to full power is that. Less where full power itself is next to nothing. */
const SNAP_KW = 1e-6;
const SNAP_SHARE = 1e-3;
/** Where hours are limited, more at one of them could lift the month's demand over a step. */
const SNAP_WITH_STEPS_KW = 1e-9;

/**
 * Takes an engine's rounding out of a checked schedule: powers that are almost none or almost full become so, part-filled slots take
 * up the difference to exactly what is needed (or fits), and every limit then holds as written, not just nearly.
 */
export function settlePowers(model: Model, powerKw: readonly (readonly number[])[]): number[][] {
  const settled = powerKw.map((row, v) => snapRow(model, v, row));
  keepFuse(model, settled);
  for (const [v, row] of settled.entries()) {
    keepBattery(model, settled, v, row);
    reachGoal(model, settled, v, row);
  }
  return settled;
}

function snapRow({ cars, hours, capacity }: Model, v: number, row: readonly number[]): number[] {
  const car = cars[v];
  if (!car) return row.map(() => 0);
  const snapUpKw = capacity ? SNAP_WITH_STEPS_KW : SNAP_KW;
  return row.map((kw, t) => {
    if (kw < 0) return car.discharge ? -floorKw(-kw) : 0;
    return kw === 0
      ? 0
      : snap(kw, Math.min(car.maxKw[t] ?? 0, (car.mostKwh[t] ?? 0) / (hours[t] ?? 1)), car.minKw, snapUpKw);
  });
}

function snap(kw: number, mostKw: number, minKw: number, snapUpKw: number): number {
  const near = Math.min(SNAP_KW, mostKw * SNAP_SHARE);
  if (kw <= NOTHING_KW || mostKw < minKw) return 0;
  if (kw > mostKw - Math.min(near, snapUpKw)) return mostKw;
  return Math.max(floorKw(kw), minKw);
}
