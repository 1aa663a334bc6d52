import type { Price } from '../../tariffs/index.ts';
import { HOUR_MS, QUARTER_MS } from '../../time/index.ts';
import type { Plan, Problem } from '../problem/problem.ts';
import { type Layers, layersOf, meanLayers } from './draw-stack.ts';

/** As starts are counted: a hair of power holds a car on. */
const NONE_KW = 1e-6;

/** One column of the picture: a quarter hour, or a whole clock hour where there are many. */
export interface Column {
  /** Wall clock as the slot's own offset shows it, ms as if it were UTC. */
  readonly wallMs: number;
  /** NOK/kWh. */
  readonly price: number;
  /** What the price is made of; null where that is not known. */
  readonly layers: Layers | null;
  readonly cars: readonly CarColumn[];
  /** What the house, and the cars on top of it, take from the grid, kW. */
  readonly houseKw: number;
  readonly carsKw: number;
}

export interface CarColumn {
  /** Mean power as a share of the car's maximum, 0–1; below 0 where it feeds the house. */
  readonly share: number;
  readonly plugged: boolean;
}

/** The wall clock that a slot's start shows, ms as if it were UTC. */
export function wallClockMs(start: string): number {
  return Date.parse(start.replace(/(?:Z|[+-]\d\d:\d\d)$/, 'Z'));
}

/** The plan as one column for each quarter hour; `prices` by slot, where it is known what they are made of. */
export function quarterColumns(
  { slots, vehicles }: Problem,
  { powerKw }: Plan,
  prices: readonly Price[] = [],
): Column[] {
  return slots.flatMap(({ start, minutes, importPrice, baseLoadKw = 0, solarKw = 0 }, t) => {
    const houseKw = baseLoadKw - solarKw;
    const totalKw = houseKw + powerKw.reduce((sum, row) => sum + (row[t] ?? 0), 0);
    const column = {
      price: importPrice,
      layers: prices[t] ? layersOf(prices[t]) : null,
      cars: vehicles.map((vehicle, v) => ({
        share: shareOf(powerKw[v]?.[t] ?? 0, vehicle.maxKw),
        plugged: vehicle.arriveSlot <= t && t < vehicle.departSlot,
      })),
      houseKw: Math.max(0, Math.min(houseKw, totalKw)),
      carsKw: Math.max(0, totalKw) - Math.max(0, Math.min(houseKw, totalKw)),
    };
    return Array.from({ length: minutes / 15 }, (_, i) => ({
      ...column,
      wallMs: wallClockMs(start) + i * QUARTER_MS,
    }));
  });
}

function shareOf(kw: number, maxKw: number): number {
  return Math.abs(kw) <= NONE_KW ? 0 : kw / Math.max(maxKw, Math.abs(kw));
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
    cars: (hour[0]?.cars ?? []).map((_, v) => ({
      share: mean(hour.map(({ cars }) => cars[v]?.share ?? 0)),
      plugged: hour.some(({ cars }) => cars[v]?.plugged),
    })),
    houseKw: mean(hour.map(({ houseKw }) => houseKw)),
    carsKw: mean(hour.map(({ carsKw }) => carsKw)),
  }));
}

function hourOf({ wallMs }: Column): number {
  return Math.floor(wallMs / HOUR_MS);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
