import { isDeepStrictEqual } from 'node:util';
import { type Platform, ServiceError } from '../platform/index.ts';
import { localDate } from '../time/index.ts';
import { dueShardOf, shardNumber } from './due-shard.ts';
import type { Home, HomeTerms } from './home.ts';
import { newHome } from './new-home.ts';
import { refuseWhileWithdrawing } from './refuse-while-withdrawing.ts';
import { changeHome, createHome } from './store.ts';
import { wakeReconciler } from './wake-reconciler.ts';

/**
 * Where the home buys its power, and how, and what its fuse carries. The first call makes the home; any change voids what its
 * plans were made on.
 */
export async function putHome(platform: Platform, customerId: string, wanted: HomeTerms): Promise<Home> {
  const home = await changeOrCreate(platform, customerId, wanted);
  if (home.vehicles.length > 0) await platform.send('charging', { customerId });
  return home;
}

async function changeOrCreate(platform: Platform, customerId: string, wanted: HomeTerms): Promise<Home> {
  const now = platform.clock.now();
  const change = (home: Home) => wakeReconciler(withTerms(refuseWhileWithdrawing(home), wanted), now);
  try {
    return await changeHome(platform, customerId, change);
  } catch (thrown) {
    if (!(thrown instanceof ServiceError) || thrown.code !== 'home-missing') throw thrown;
  }
  const shard = shardNumber(customerId, Number(platform.setting('DUE_SHARDS')));
  const dueShard = dueShardOf(wanted.area, shard);
  return await createHome(platform, newHome({ customerId, ...wanted, dueShard, createdAt: now }));
}

/** A plan made on a revision that never was is made anew at the next look. */
function withTerms(home: Home, wanted: HomeTerms): Home {
  if (isDeepStrictEqual(termsOf(home), termsOf(wanted))) return home;
  const vehicles = home.vehicles.map((vehicle) => ({
    ...vehicle,
    plan: vehicle.plan && {
      ...vehicle.plan,
      pricesUsed: [`${wanted.area}/${localDate(vehicle.plan.readyAt)}/0`],
    },
  }));
  return { ...home, ...wanted, vehicles };
}

function termsOf(terms: HomeTerms): HomeTerms {
  const { area, taxZone, gridOwner, gridTariffName, contract, fuse, houseYearlyKwh } = terms;
  return { area, taxZone, gridOwner, gridTariffName, contract, fuse, houseYearlyKwh };
}
