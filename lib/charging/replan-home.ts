import type { Home, HomeVehicle, PlanReason } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { HOUR_MS, hourStart, type Instant } from '../time/index.ts';
import { guessPrices } from './guess-prices.ts';
import { houseOutlook } from './house-outlook-of.ts';
import { loadBeside } from './load-beside.ts';
import { othersKeyOf } from './others-key.ts';
import { planHome } from './plan-home.ts';
import type { PricesOfHome } from './read-prices.ts';
import { readyWish } from './ready-wish.ts';
import { runningBlock } from './running-block.ts';
import type { Planner } from './solve-home.ts';
import { shareOfHome } from './stagger.ts';
import { whyReplan } from './why-replan.ts';

/**
 * The home with new plans where one of its cars needs one. Behind a fuse or under a capacity fee the plans are one: then every car that
 * is plugged in is planned anew with it.
 */
export async function replanHome(
  platform: Platform,
  home: Home,
  prices: PricesOfHome,
  now: Instant,
  planner: Planner,
): Promise<Home> {
  const house = houseOutlook(home, prices.gridOwner, now);
  const isShared = house.fuseKw !== null || house.capacity !== null;
  const keyOf = (vehicle: HomeVehicle) => (isShared ? othersKeyOf(home, vehicle, now) : '');
  const reasons = new Map(
    home.vehicles.map((vehicle) => [vehicle, whyReplan(vehicle, prices.used, now, keyOf(vehicle))]),
  );
  if ([...reasons.values()].every((reason) => reason === null)) return home;
  // When a whole area's prices come, every home plans at once: what nobody asked for is left to a quieter plan.
  const tellsOtherWishes = [...reasons.values()].some((why) => why !== null && why !== 'prices-arrived');
  const planId = platform.random.id();
  const readyAt = home.vehicles.map(({ wishes }) => readyWish(wishes, now).readyAt);
  const outlook = await guessPrices(platform, home, prices, {
    now,
    untilAt: wholeHour(Math.max(...readyAt)),
  });
  const asked = [...reasons].flatMap(([vehicle, reason]) => {
    const because = reason ?? (isShared && isPlannedAgain(vehicle, now) ? 'another-car' : null);
    return because === null ? [] : [{ vehicle, prices: outlook, now, planId, reason: because }];
  });
  const share = shareOfHome(home.customerId);
  const isAsked = (vehicle: HomeVehicle) => asked.some((one) => one.vehicle === vehicle);
  const loads = home.vehicles.flatMap((vehicle) => {
    const block = isAsked(vehicle) ? null : runningBlock(vehicle, now);
    return loadBeside(vehicle, now) ?? block ?? [];
  });
  const plans = await planHome({ asked, house, loads, share, tellsOtherWishes }, planner);
  for (const { vehicle, reason } of asked) note(platform, reason, plans.get(vehicle.vehicleRef)?.status);
  const vehicles = home.vehicles.map((vehicle) => {
    const plan = plans.get(vehicle.vehicleRef);
    return plan === undefined ? vehicle : { ...vehicle, plan: { ...plan, othersKey: keyOf(vehicle) } };
  });
  return { ...home, vehicles };
}

/** An hour's price is the mean of all its quarters. */
function wholeHour(at: Instant): Instant {
  return hourStart(at + HOUR_MS - 1);
}

function note(platform: Platform, reason: PlanReason, status: string | undefined): void {
  platform.log.info('plan-made', { reason, status });
}

/** A car that is late for its ready time charges on until it is there, and one in a block that is to go on, whatever the others do. */
function isPlannedAgain(vehicle: HomeVehicle, now: Instant): boolean {
  const { plan, session, observed, link } = vehicle;
  if (runningBlock(vehicle, now) !== null) return false;
  const isHere = session !== null && observed?.plug === 'plugged' && link === 'working';
  return isHere && plan !== null && now < plan.readyAt;
}
