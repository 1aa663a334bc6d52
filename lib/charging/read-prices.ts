import type { Home, HomeVehicle } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import type { CustomerPrice } from '../tariffs/index.ts';
import { HOUR_MS, hourStart, type Instant, localDate, nextLocalTime } from '../time/index.ts';
import { gridDaysUsed } from './grid-days-used.ts';
import { homePrices } from './home-prices.ts';
import type { KnownPrices } from './known-prices.ts';

/** All prices this car's metering and planning can need: from what was last metered until it is to be ready. */
export async function readPrices(
  platform: Platform,
  home: Home,
  vehicle: HomeVehicle,
  now: Instant,
): Promise<KnownPrices> {
  const { session, observed } = vehicle;
  const since = [
    now,
    session?.meter.at,
    session?.chargeNowUntilAt,
    session === null ? observed?.observedAt : now,
  ];
  const fromAt = hourStart(Math.min(...since.filter((at) => at !== undefined)));
  // Whole hours: an hour's price is the mean of all its quarters.
  const untilAt = hourStart(nextLocalTime(now, vehicle.wishes.readyBy) + HOUR_MS - 1);
  const { prices, spot, gridOwner } = await homePrices(platform, home, { fromAt, untilAt });
  const power = home.contract.kind === 'norgespris' ? norgesprisDays(prices) : spot.used;
  const today = localDate(now);
  const grid = gridDaysUsed(gridOwner, home.gridTariffName, today, localDate(untilAt - 1));
  return {
    contract: home.contract.kind,
    byQuarter: new Map(prices.map((price) => [price.startAt, price])),
    // Days behind are metered only: no plan is made on them, and a car that is plugged in for weeks would keep them all.
    used: [...power.filter((day) => dateOf(day) >= today), ...grid],
  };
}

/** Norgespris is what it is whatever spot will be: a price day that comes changes nothing, and no plan is made anew for it. */
function norgesprisDays(prices: readonly CustomerPrice[]): string[] {
  const dates = new Set(prices.map(({ startAt }) => localDate(startAt)));
  return [...dates].map((date) => `norgespris/${date}/1`);
}

/** `area/date/revision` */
function dateOf(day: string): string {
  return day.split('/')[1] ?? '';
}
