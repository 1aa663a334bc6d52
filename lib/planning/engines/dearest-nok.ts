import type { Model } from '../problem/model.ts';

/** How much dearer than any energy a missing kWh is reckoned, so that prices never argue for missing one. */
const TIMES_DEARER = 1e6;

/** A price of missing energy that no plan can find worth paying, NOK per battery kWh. */
export function dearestNok({ importPrice, exportPrice }: Model): number {
  let dearest = 1;
  for (const price of importPrice) dearest = Math.max(dearest, Math.abs(price));
  for (const price of exportPrice) dearest = Math.max(dearest, Math.abs(price));
  return TIMES_DEARER * dearest;
}
