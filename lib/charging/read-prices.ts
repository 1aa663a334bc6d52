import type { Home, HomeVehicle } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { readSpot } from '../prices/index.ts';
import { settledPrices } from '../tariffs/index.ts';
import { HOUR_MS, hourStart, type Instant, nextLocalTime } from '../time/index.ts';
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
  const { quarters, used } = await readSpot(platform, home.area, fromAt, untilAt);
  const settled = settledPrices(quarters, {
    settlementMinutes: platform.setting('SETTLEMENT_MINUTES') === '15' ? 15 : 60,
    vatPercent: home.vatPercent,
  });
  return { oreByQuarter: new Map(settled.map((price) => [price.startAt, price.priceOrePerKwh])), used };
}
