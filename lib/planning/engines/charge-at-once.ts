import type { Problem } from '../problem/problem.ts';
import { chargeWindow } from './charge-window.ts';

/** What an unplanned charger does: full power from arrival until the target. Mean grid kW per vehicle and slot. */
export function chargeAtOnce(problem: Problem): number[][] {
  const { slots, needKwh } = chargeWindow(problem);
  const powerKw = new Array<number>(problem.slots.length).fill(0);
  let left = needKwh;
  for (const { t, hours, kwh } of slots) {
    const part = Math.min(left, kwh);
    powerKw[t] = part / hours;
    left -= part;
  }
  return [powerKw];
}
