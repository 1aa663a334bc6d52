import { instant } from '../time/oslo.ts';
import { priceStretches, type Stretch } from './price-stretches.ts';
import type { Quarter } from './quarters.ts';

/** The plan's windows, to the minute, in stretches of one price. */
export function chargingBlocks(
  windows: readonly { readonly from: string; readonly until: string }[],
  quarters: readonly Quarter[],
): Stretch[] {
  const spans = windows.map(({ from, until }) => ({ fromAt: instant(from), untilAt: instant(until) }));
  return priceStretches(spans, quarters);
}
