import { HOUR_MS, type Instant, QUARTER_MS } from '../time/index.ts';
import type { PricedQuarter } from './plan-basis.ts';
import { clip } from './quarter-shares.ts';

export interface PlannedQuarter extends PricedQuarter {
  /** Mean grid-side power over the whole quarter hour. */
  readonly powerKw: number;
}

/** Full power from `now` until the energy is in, as far as these quarters reach. */
export function quartersAtOnce(
  quarters: readonly PricedQuarter[],
  now: Instant,
  gridKwh: number,
  maxKw: number,
): PlannedQuarter[] {
  const charging = { fromAt: now, untilAt: now + (gridKwh / maxKw) * HOUR_MS };
  return quarters.map((quarter) => {
    const inQuarter = { fromAt: quarter.startAt, untilAt: quarter.startAt + QUARTER_MS };
    const [span] = clip([charging], inQuarter);
    return { ...quarter, powerKw: span ? (maxKw * (span.untilAt - span.fromAt)) / QUARTER_MS : 0 };
  });
}

export function costOre(quarters: readonly PlannedQuarter[]): number {
  return quarters.reduce((sum, { powerKw, priceOrePerKwh }) => sum + kwhIn(powerKw) * priceOrePerKwh, 0);
}

export function gridKwh(quarters: readonly PlannedQuarter[]): number {
  return quarters.reduce((sum, { powerKw }) => sum + kwhIn(powerKw), 0);
}

/** Energy of a mean power over a quarter hour. */
export function kwhIn(powerKw: number): number {
  return (powerKw * QUARTER_MS) / HOUR_MS;
}
