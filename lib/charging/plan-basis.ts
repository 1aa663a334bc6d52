import type { Fuse, HomeVehicle, PlanReason } from '../homes/index.ts';
import { HOUR_MS, type Instant, QUARTER_MS, quarterStart } from '../time/index.ts';
import { fullPowerKw } from './full-power.ts';
import { type KnownPrices, priceToPlanOn } from './known-prices.ts';
import { kwPerAmpere } from './kw-per-ampere.ts';
import { chargingEfficiency } from './physics.ts';
import { type ReadyWish, readyWish } from './ready-wish.ts';

/** What every way of planning starts from. Energy on the grid side, kWh. */
export interface PlanBasis extends Asked, ReadyWish {
  readonly soc: number | null;
  readonly maxKw: number;
  readonly kwPerAmpere: number | null;
  /** Until the target is there; null where the battery is unknown. */
  readonly neededKwh: number | null;
}

export interface Asked {
  readonly vehicle: HomeVehicle;
  readonly prices: KnownPrices;
  readonly now: Instant;
  readonly planId: string;
  readonly reason: PlanReason;
}

export function planBasis(asked: Asked, net: Fuse['net'] | null): PlanBasis {
  const { vehicle, now } = asked;
  const wish = readyWish(vehicle.wishes, now);
  const soc = vehicle.observed?.soc ?? null;
  const missing = soc === null ? null : Math.max(0, wish.targetSoc - soc);
  return {
    ...asked,
    ...wish,
    soc,
    maxKw: fullPowerKw(vehicle),
    kwPerAmpere: kwPerAmpere(vehicle, net, now),
    neededKwh: missing === null ? null : (missing * vehicle.batteryKwh) / chargingEfficiency,
  };
}

/**
 * Kept free before the ready time, so that an hour without contact anywhere in the night does not make the car late: the
 * hour, and a quarter for commands, wake-ups and retries. No car-side schedule could do that without a position.
 */
const reserveMs = HOUR_MS + QUARTER_MS;
/** Above 80 % cars take less and less; half the power on average is on the safe side. */
const taperFromSoc = 0.8;

/** The instant to plan for: the reserve before `readyAt`; less where that would leave less than half the slack to choose in. */
export function comfortablyReadyAt(basis: PlanBasis): Instant {
  const { vehicle, now, readyAt, targetSoc, maxKw, neededKwh } = basis;
  const aboveTaper = Math.max(0, targetSoc - taperFromSoc) * vehicle.batteryKwh;
  const taperMs = (aboveTaper / chargingEfficiency / maxKw) * HOUR_MS;
  const chargingMs = ((neededKwh ?? 0) / maxKw) * HOUR_MS;
  const slackMs = Math.max(0, readyAt - taperMs - chargingMs - now);
  const comfortableAt = readyAt - taperMs - Math.min(reserveMs, slackMs / 2);
  return now + chargingMs <= quarterStart(comfortableAt) ? comfortableAt : readyAt;
}

export interface PricedQuarter {
  readonly startAt: Instant;
  readonly priceOrePerKwh: number;
}

/** The quarters from the one that holds `now`, as far as prices are known or guessed without a gap, that end by `untilAt`. */
export function knownQuarters({ prices, now }: PlanBasis, untilAt: Instant): PricedQuarter[] {
  const known: PricedQuarter[] = [];
  for (let startAt = quarterStart(now); startAt + QUARTER_MS <= untilAt; startAt += QUARTER_MS) {
    const price = priceToPlanOn(prices, startAt);
    if (price === undefined) break;
    known.push({ startAt, priceOrePerKwh: price.oreInclVat });
  }
  return known;
}
