import type { Home, HomeVehicle } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import type { CustomerPrice, GridOwner } from '../tariffs/index.ts';
import { HOUR_MS, hourStart, type Instant, localDate } from '../time/index.ts';
import { gridDaysUsed } from './grid-days-used.ts';
import { homePrices } from './home-prices.ts';
import type { KnownPrices } from './known-prices.ts';
import { readyWish } from './ready-wish.ts';

/** The prices of a home, and the grid owner that has a part in them; null where the customer does not know it. */
export interface PricesOfHome extends KnownPrices {
  readonly gridOwner: GridOwner | null;
}

/** All prices these cars' metering and planning can need: from what was last metered until the last of them is to be ready. */
export async function readPrices(
  platform: Platform,
  home: Home,
  vehicles: readonly HomeVehicle[],
  now: Instant,
): Promise<PricesOfHome> {
  const since = vehicles.flatMap(({ session, observed }) => [
    session?.meter.at ?? now,
    session?.chargeNowUntilAt ?? now,
    session === null ? (observed?.observedAt ?? now) : now,
  ]);
  const fromAt = hourStart(Math.min(now, ...since));
  const readyAt = vehicles.map(({ wishes }) => readyWish(wishes, now).readyAt);
  // Whole hours: an hour's price is the mean of all its quarters.
  const untilAt = hourStart(Math.max(now, ...readyAt) + HOUR_MS - 1);
  const { prices, spot, gridOwner } = await homePrices(platform, home, { fromAt, untilAt });
  const power = home.contract.kind === 'norgespris' ? norgesprisDays(prices) : spot.used;
  const today = localDate(now);
  const grid = gridDaysUsed(gridOwner, home.gridTariffName, today, localDate(untilAt - 1));
  return {
    gridOwner,
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
