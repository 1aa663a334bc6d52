import type { PriceArea } from '../places/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import { dueShardOf, shardNumber } from './due-shard.ts';
import type { Home } from './home.ts';
import { newHome } from './new-home.ts';
import { refuseWhileWithdrawing } from './refuse-while-withdrawing.ts';
import { changeHome, createHome } from './store.ts';
import { wakeReconciler } from './wake-reconciler.ts';

/** Where the home buys its power. The first call makes the home; a change voids the prices its plans were made on. */
export async function putHome(
  platform: Platform,
  customerId: string,
  wanted: { readonly area: PriceArea; readonly vatPercent: 0 | 25 },
): Promise<Home> {
  const home = await changeOrCreate(platform, customerId, wanted);
  if (home.vehicles.length > 0) await platform.send('charging', { customerId });
  return home;
}

async function changeOrCreate(
  platform: Platform,
  customerId: string,
  wanted: { readonly area: PriceArea; readonly vatPercent: 0 | 25 },
): Promise<Home> {
  const now = platform.clock.now();
  const change = (home: Home) => wakeReconciler(withPriceBasis(refuseWhileWithdrawing(home), wanted), now);
  try {
    return await changeHome(platform, customerId, change);
  } catch (thrown) {
    if (!(thrown instanceof ServiceError) || thrown.code !== 'home-missing') throw thrown;
  }
  const shard = shardNumber(customerId, Number(platform.setting('DUE_SHARDS')));
  const dueShard = dueShardOf(wanted.area, shard);
  return await createHome(platform, newHome({ customerId, ...wanted, dueShard, createdAt: now }));
}

/** A plan that names no price day is replanned at the next look. */
function withPriceBasis(home: Home, wanted: Pick<Home, 'area' | 'vatPercent'>): Home {
  if (home.area === wanted.area && home.vatPercent === wanted.vatPercent) return home;
  const vehicles = home.vehicles.map((vehicle) => ({
    ...vehicle,
    plan: vehicle.plan && { ...vehicle.plan, pricesUsed: [] },
  }));
  return { ...home, ...wanted, vehicles };
}
