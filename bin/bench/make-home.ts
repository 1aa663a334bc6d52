import type { CapacityStep, Problem, Slot, Vehicle } from '../../lib/planning/index.ts';
import { isoLocal } from '../../lib/time/index.ts';
import { seededRandom } from '../seeded-random.ts';
import { priceShapes } from './price-shapes.ts';

/** What a home of a class has. */
export interface HomeClass {
  readonly cars: number;
  readonly slots: number;
  readonly fuse?: boolean;
  readonly steps?: boolean;
  readonly minPower?: boolean;
  readonly starts?: boolean;
  readonly reserve?: boolean;
  readonly solar?: boolean;
  readonly discharge?: boolean;
}

const FIRST_AT = Date.UTC(2026, 0, 12, 16);
const QUARTER_MS = 900_000;
const PER_HOUR = 4;
/** A typical ladder of a Norwegian grid owner, NOK per month incl. VAT. */
const steps: readonly CapacityStep[] = [
  [2, 150],
  [5, 250],
  [10, 420],
  [15, 590],
  [20, 760],
  [25, 930],
  [50, 1500],
  [75, 2300],
  [100, 3100],
].map(([uptoKw = 0, nokPerMonth = 0]) => ({ uptoKw, nokPerMonth }));

/** A home of the class, the same for the same seed: seven kinds of prices, a house with an evening peak, cars of 40 to 100 kWh. */
export function makeHome(of: HomeClass, seed: number): Problem {
  const random = seededRandom(seed * 2_654_435_761);
  const shape = priceShapes[seed % priceShapes.length] ?? priceShapes[0];
  const prices = shape?.(random, of.slots, PER_HOUR) ?? [];
  const slots = prices.map((importPrice, t) => slotAt(t, importPrice, of, random));
  const vehicles = Array.from({ length: of.cars }, () => makeCar(of, random));
  return {
    slots,
    vehicles,
    ...(of.fuse && { fuseKw: 8 + 6 * of.cars + Math.round(80 * random()) / 10 }),
    ...(of.steps && { capacitySteps: steps, monthTopPeaksKw: knownPeaks(random) }),
    ...(of.starts && { startPenaltyNok: 0.1 + Math.round(6 * random()) / 10 }),
  };
}

function slotAt(t: number, importPrice: number, of: HomeClass, random: () => number): Slot {
  const hour = (17 + t / PER_HOUR) % 24;
  const evening = Math.max(0, 3 - Math.abs(hour - 18)) + (hour > 6 && hour < 9 ? 1 : 0);
  const baseLoadKw = rounded(0.5 + evening + random());
  const slot = { start: isoLocal(FIRST_AT + t * QUARTER_MS), minutes: 15 as const, importPrice };
  if (!(of.fuse || of.steps || of.solar || of.discharge)) return slot;
  const sun = of.solar ? rounded(Math.max(0, 6 - Math.abs(hour - 12)) * random()) : 0;
  return { ...slot, baseLoadKw, solarKw: sun, exportPrice: Math.min(importPrice, 0.3) };
}

function makeCar(of: HomeClass, random: () => number): Vehicle {
  const maxKw = [3.68, 7.36, 11.04, 11.04][Math.floor(4 * random())] ?? 11.04;
  const soc = rounded(0.15 + 0.5 * random());
  const arriveSlot = Math.floor(random() * (of.slots / 8));
  const departSlot = of.slots - Math.floor(random() * (of.slots / 8));
  const discharge = { maxKw: 7, efficiency: 0.92, wearNokPerKwh: 0.15, floorSoc: 0.3 };
  return {
    capacityKwh: 40 + Math.round(60 * random()),
    soc,
    targetSoc: rounded(Math.min(1, soc + 0.1 + 0.5 * random())),
    arriveSlot,
    departSlot,
    maxKw,
    efficiency: 0.9,
    ...(of.minPower && { minKw: maxKw > 8 ? 4.14 : 1.38 }),
    ...(of.reserve && { minSoc: rounded(soc + 0.1 * random()) }),
    ...(of.discharge && { discharge }),
  };
}

function knownPeaks(random: () => number): number[] {
  return [3, 2.6, 2.2].map((kw) => rounded(kw + 5 * random()));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
