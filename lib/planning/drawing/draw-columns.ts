import type { Price } from '../../tariffs/index.ts';
import { HOUR_MS, QUARTER_MS } from '../../time/index.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { type Layers, layersOf, meanLayers } from './draw-stack.ts';

/** One column of the picture: a quarter hour, or a whole clock hour where there are many. */
export interface Column {
  /** Wall clock as the slot's own offset shows it, ms as if it were UTC. */
  readonly wallMs: number;
  /** NOK/kWh. */
  readonly price: number;
  /** What the price is made of; null where that is not known. */
  readonly layers: Layers | null;
  /** Mean power as a share of the car's maximum, 0–1. */
  readonly share: number;
  readonly plugged: boolean;
}

/** The wall clock that a slot's start shows, ms as if it were UTC. */
export function wallClockMs(start: string): number {
  return Date.parse(start.replace(/(?:Z|[+-]\d\d:\d\d)$/, 'Z'));
}

/** The plan as one column for each quarter hour; `prices` by slot, where it is known what they are made of. */
export function quarterColumns(
  { slots, vehicles: [vehicle] }: Problem,
  { powerKw }: Plan,
  prices: readonly Price[] = [],
): Column[] {
  return slots.flatMap(({ start, minutes, importPrice }, t) =>
    Array.from({ length: minutes / 15 }, (_, i) => ({
      wallMs: wallClockMs(start) + i * QUARTER_MS,
      price: importPrice,
      layers: prices[t] ? layersOf(prices[t]) : null,
      share: vehicle.maxKw > 0 ? (powerKw[0]?.[t] ?? 0) / vehicle.maxKw : 0,
      plugged: vehicle.arriveSlot <= t && t < vehicle.departSlot,
    })),
  );
}

/** Neighbouring columns of one clock hour as one: means of price and power. */
export function hourColumns(quarters: readonly Column[]): Column[] {
  const hours: Column[][] = [];
  for (const quarter of quarters) {
    const hour = hours.at(-1);
    // The doubled autumn hour is two: there the wall clock goes back.
    const sameHour =
      hour?.[0] && hourOf(hour[0]) === hourOf(quarter) && (hour.at(-1)?.wallMs ?? 0) < quarter.wallMs;
    if (sameHour) hour.push(quarter);
    else hours.push([quarter]);
  }
  return hours.map((hour) => ({
    wallMs: hour[0]?.wallMs ?? 0,
    price: mean(hour.map(({ price }) => price)),
    layers: meanLayers(hour.flatMap(({ layers }) => layers ?? [])),
    share: mean(hour.map(({ share }) => share)),
    plugged: hour.some(({ plugged }) => plugged),
  }));
}

function hourOf({ wallMs }: Column): number {
  return Math.floor(wallMs / HOUR_MS);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
