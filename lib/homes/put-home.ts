import { isDeepStrictEqual } from 'node:util';
import { type Platform, ServiceError } from '../platform/index.ts';
import { localDate } from '../time/index.ts';
import { dueShardOf, shardNumber } from './due-shard.ts';
import type { Home, HomeTerms, HouseTerms, PriceTerms } from './home.ts';
import { newHome } from './new-home.ts';
import { refuseWhileWithdrawing } from './refuse-while-withdrawing.ts';
import { changeHome, createHome } from './store.ts';
import { wakeReconciler } from './wake-reconciler.ts';

/** What is told of a home: what is left out stays as it is, unless a change of the others makes it unknown. */
export type HomeChange = Pick<HomeTerms, 'area' | 'taxZone'> & {
  readonly [Term in keyof HomeTerms]?: HomeTerms[Term] | undefined;
};

const untold: Omit<HomeTerms, 'area' | 'taxZone'> = {
  gridOwner: null,
  gridTariffName: null,
  contract: { kind: 'spot', markupOrePerKwh: 0 },
  fuse: null,
  houseYearlyKwh: null,
};

/**
 * Where the home buys its power, and how, and what its fuse carries. The first call makes the home; any change voids what its
 * plans were made on.
 */
export async function putHome(platform: Platform, customerId: string, wanted: HomeChange): Promise<Home> {
  const home = await changeOrCreate(platform, customerId, wanted);
  if (home.vehicles.length > 0) await platform.send('charging', { customerId });
  return home;
}

/**
 * The terms of a home after a change, of one that is not yet after the first. What was not told stays where it can still be true: another
 * price area is another house, another tax zone another grid, another grid owner has other tariffs.
 */
export function changedTerms(home: HomeTerms | null, wanted: HomeChange): HomeTerms {
  const before =
    home === null ? untold : { ...priceTermsOf(home), ...houseTermsOf(home), ...outlived(home, wanted) };
  const told = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  return { ...before, ...told } as HomeTerms;
}

/** What a change of others makes unknown, unless it is told as well. */
function outlived(home: HomeTerms, { area, taxZone, gridOwner }: HomeChange): Partial<HomeTerms> {
  const isElsewhere = area !== home.area;
  const isOtherGrid = isElsewhere || taxZone !== home.taxZone;
  const ownerKept = isOtherGrid ? null : home.gridOwner;
  const isOtherOwner = (gridOwner === undefined ? ownerKept : gridOwner) !== home.gridOwner;
  return {
    ...(isElsewhere && { fuse: null, houseYearlyKwh: null }),
    ...(isOtherGrid && { gridOwner: null }),
    ...(isOtherOwner && { gridTariffName: null }),
  };
}

async function changeOrCreate(platform: Platform, customerId: string, wanted: HomeChange): Promise<Home> {
  const now = platform.clock.now();
  const change = (home: Home) => {
    refuseWhileWithdrawing(home);
    return wakeReconciler(withTerms(home, changedTerms(home, wanted)), now);
  };
  try {
    return await changeHome(platform, customerId, change);
  } catch (thrown) {
    if (!(thrown instanceof ServiceError) || thrown.code !== 'home-missing') throw thrown;
  }
  const shard = shardNumber(customerId, Number(platform.setting('DUE_SHARDS')));
  const dueShard = dueShardOf(wanted.area, shard);
  const terms = changedTerms(null, wanted);
  return await createHome(platform, newHome({ customerId, ...terms, dueShard, createdAt: now }));
}

/** A plan made on a revision that never was is made anew at the next look. */
function withTerms(home: Home, wanted: HomeTerms): Home {
  const pricesChange = !isDeepStrictEqual(priceTermsOf(home), priceTermsOf(wanted));
  const houseChanges = !isDeepStrictEqual(houseTermsOf(home), houseTermsOf(wanted));
  if (!pricesChange && !houseChanges) return home;
  const voided = pricesChange ? wanted.area : 'house';
  const vehicles = home.vehicles.map((vehicle) => ({
    ...vehicle,
    plan: vehicle.plan && {
      ...vehicle.plan,
      pricesUsed: [`${voided}/${localDate(vehicle.plan.readyAt)}/0`],
    },
  }));
  return { ...home, ...wanted, ...(hasMoved(home, wanted) ? { dayPeaks: [], carHours: [] } : {}), vehicles };
}

/** Behind another meter the month's peaks are another house's. */
function hasMoved(home: HomeTerms, wanted: HomeTerms): boolean {
  return (['area', 'taxZone', 'gridOwner'] as const).some((term) => home[term] !== wanted[term]);
}

function priceTermsOf({ area, taxZone, gridOwner, gridTariffName, contract }: HomeTerms): PriceTerms {
  return { area, taxZone, gridOwner, gridTariffName, contract };
}

function houseTermsOf({ fuse, houseYearlyKwh }: HomeTerms): HouseTerms {
  return { fuse, houseYearlyKwh };
}
