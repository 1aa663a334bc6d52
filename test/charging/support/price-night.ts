import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { readPrices } from '../../../lib/charging/read-prices.ts';
import { newHome, type PlanInForce, type PriceTerms } from '../../../lib/homes/index.ts';
import type { Platform } from '../../../lib/platform/index.ts';
import { atLocalTime, type Instant, localHour, quartersOfDay } from '../../../lib/time/index.ts';
import { inOslo } from '../../support/price-terms.ts';
import { aVehicle, seen, sessionFrom } from './a-vehicle.ts';
import { makePlan } from './make-plan.ts';

/** A Thursday and a Friday, both workdays. */
export const thursday = '2026-11-12';
export const friday = '2026-11-13';
export const comesHome = atLocalTime(thursday, '17:00');

/**
 * Spot of the night by local hour, øre/kWh ex VAT: dear in the evening, cheap before morning. The quarters of an hour are not
 * alike, so that only a mean over the hour comes out right.
 */
export const spotOfHour = (hour: number): number =>
  ({ 17: 104, 18: 130, 19: 130, 20: 130, 2: 60, 3: 55, 4: 50, 5: 58 })[hour] ?? 110;

/** Stores a day of NO1 as the prices room keeps it. */
export async function storeDay(platform: Platform, date: string, revision = 1): Promise<void> {
  const eurPerMwh = quartersOfDay(date).map((at, i) => spotOfHour(localHour(at)) + 2 * (i % 4) - 3);
  const day = {
    ...{ area: 'NO1', date, eurPerMwh, nokPerEur: 10, nokPerEurAssumed: false, source: 'entsoe' },
    ...{ revision, fetchedAt: 1, announcedRevision: revision, hvakosterstrommenAt: null },
    expiresAtSeconds: 4e9,
  };
  await platform.dynamo.send(new PutCommand({ TableName: platform.tableName('prices'), Item: day }));
}

/** 33 kWh from the grid, which is three hours at 11 kW, wanted by seven. */
export const thirsty = aVehicle({
  observed: seen(comesHome, { soc: 0.8 - (33 * 0.9) / 75 }),
  session: sessionFrom(comesHome),
});

/** The plan of the night for a home on these terms, from the store through prices to plan. */
export async function planOn(
  platform: Platform,
  terms: Partial<PriceTerms>,
  now: Instant = comesHome,
): Promise<PlanInForce> {
  const place = { ...inOslo, ...terms };
  const home = newHome({ customerId: 'c', ...place, dueShard: `${place.area}#0`, createdAt: 1 });
  const prices = await readPrices(platform, home, [thirsty], now);
  return makePlan({ vehicle: thirsty, prices, now, reason: 'plugged-in', planId: 'plan' });
}
