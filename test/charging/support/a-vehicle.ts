import * as fc from 'fast-check';
import type { KnownPrices } from '../../../lib/charging/known-prices.ts';
import type { Observation } from '../../../lib/devices/index.ts';
import { type HomeVehicle, linkedVehicle, type Session } from '../../../lib/homes/index.ts';
import type { Price } from '../../../lib/tariffs/index.ts';
import { atLocalTime, type Instant, localDate, QUARTER_MS, quarterStart } from '../../../lib/time/index.ts';
import { makePlan } from './make-plan.ts';

/** Thursday evening, plugged in. */
export const evening = atLocalTime('2026-10-22', '17:00');
export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => count * 3_600_000;

export function seen(at: Instant, over: Partial<Observation> = {}): Observation {
  return {
    observedAt: at,
    fetchedAt: at,
    reach: 'online',
    soc: 0.4,
    limitSoc: 0.8,
    plug: 'plugged',
    charge: 'stopped',
    powerKw: 0,
    maxKw: 11,
    sessionKwh: 0,
    circuit: { ampere: 16, maxAmpere: 16, phases: 3, volts: 230 },
    ...over,
  };
}

export function sessionFrom(at: Instant, over: Partial<Session> = {}): Session {
  return {
    pluggedInAt: at,
    meter: { at, sessionKwh: 0, soc: 0.4 },
    chargeNowUntilAt: at,
    maxKw: 11,
    gridKwh: 0,
    costOre: 0,
    chargeNowOre: 0,
    unpriced: false,
    assumed: false,
    ...over,
  };
}

export function aVehicle(over: Partial<HomeVehicle> = {}): HomeVehicle {
  const linked = linkedVehicle({
    vehicleRef: 'car',
    grantRef: 'grant',
    provider: 'tesla',
    batteryKwh: 75,
    maySetCurrent: true,
  });
  return { ...linked, observed: seen(evening), session: sessionFrom(evening), ...over };
}

/** Prices of each quarter hour from the one that holds `fromAt`, øre/kWh incl. VAT. */
export function pricesFrom(fromAt: Instant, ore: readonly number[]): KnownPrices {
  const starts = ore.map((_, index) => quarterStart(fromAt) + index * QUARTER_MS);
  const used = [...new Set(starts.map((startAt) => `NO1/${localDate(startAt)}/1`))];
  const byQuarter = new Map(starts.map((startAt, index) => [startAt, priceOf(ore[index] as number)]));
  return { contract: 'spot', byQuarter, used };
}

/** Dear in the evening, cheap from 02:00 to 06:00, seventy quarters from 17:00. */
export const nightPrices = pricesFrom(
  evening,
  Array.from({ length: 70 }, (_, quarter) =>
    quarter >= 36 && quarter < 52 ? 40 + Math.floor((quarter - 36) / 4) : 120,
  ),
);

/** Nothing but power and its VAT, øre/kWh incl. VAT. */
function priceOf(oreInclVat: number): Price {
  const spot = oreInclVat / 1.25;
  const nothingElse = { markup: 0, support: 0, gridEnergy: 0, electricityTax: 0, enova: 0 };
  return { parts: { spot, ...nothingElse, vat: oreInclVat - spot }, oreInclVat, assumed: [] };
}

export const noPrices: KnownPrices = { contract: 'spot', byQuarter: new Map(), used: [] };

const nightPlan = await makePlan({
  ...{ vehicle: aVehicle(), prices: nightPrices, now: evening },
  ...{ reason: 'plugged-in', planId: 'plan-1' },
});

/** A car whose plan for the night is in force. */
export function planned(over: Partial<HomeVehicle> = {}): HomeVehicle {
  const vehicle = aVehicle(over);
  return { ...vehicle, plan: { ...nightPlan, mode: vehicle.mode } };
}

export const anObservation = (at: Instant): fc.Arbitrary<Observation> =>
  fc.record({
    observedAt: fc.integer({ min: at - hours(2), max: at }),
    fetchedAt: fc.integer({ min: at - hours(2), max: at }),
    reach: fc.constantFrom('online', 'asleep', 'offline', 'unknown'),
    soc: fc.option(percent()),
    limitSoc: fc.option(fc.integer({ min: 50, max: 100 }).map((whole) => whole / 100)),
    plug: fc.constantFrom('plugged', 'unplugged', 'unknown'),
    charge: fc.constantFrom('charging', 'starting', 'stopped', 'complete', 'no-power', 'unknown'),
    powerKw: fc.option(fc.double({ min: 0, max: 11, noNaN: true })),
    maxKw: fc.option(fc.double({ min: 0, max: 22, noNaN: true })),
    sessionKwh: fc.option(fc.double({ min: 0, max: 70, noNaN: true })),
    circuit: fc.option(
      fc.record({
        ampere: fc.option(fc.integer({ min: 5, max: 32 })),
        maxAmpere: fc.option(fc.integer({ min: 6, max: 32 })),
        phases: fc.option(fc.constantFrom<1 | 3>(1, 3)),
        volts: fc.option(fc.integer({ min: 210, max: 240 })),
      }),
    ),
  });

export const percent = () => fc.integer({ min: 0, max: 100 }).map((whole) => whole / 100);
