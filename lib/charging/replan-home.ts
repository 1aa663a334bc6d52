import type { Home, HomeVehicle, PlanReason } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import { HOUR_MS, hourStart, type Instant } from '../time/index.ts';
import { guessPrices } from './guess-prices.ts';
import type { CarLoad } from './home-problem.ts';
import { houseOutlook } from './house-outlook-of.ts';
import { isLearningPower } from './learning-power.ts';
import { othersKeyOf } from './others-key.ts';
import { assumedMaxKw } from './physics.ts';
import { planHome } from './plan-home.ts';
import type { PricesOfHome } from './read-prices.ts';
import { readyWish } from './ready-wish.ts';
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
  planner: Planner | undefined,
): Promise<Home> {
  const house = houseOutlook(home, prices.gridOwner, now);
  const isShared = house.fuseKw !== null || house.capacity !== null;
  const keyOf = (vehicle: HomeVehicle) => (isShared ? othersKeyOf(home, vehicle, now) : '');
  const reasons = new Map(
    home.vehicles.map((vehicle) => [vehicle, whyReplan(vehicle, prices.used, now, keyOf(vehicle))]),
  );
  if ([...reasons.values()].every((reason) => reason === null)) return home;
  const planId = platform.random.id();
  const readyAt = home.vehicles.map(({ wishes }) => readyWish(wishes, now).readyAt);
  const outlook = await guessPrices(platform, home, prices, {
    now,
    untilAt: wholeHour(Math.max(...readyAt)),
  });
  const asked = [...reasons].flatMap(([vehicle, reason]) => {
    const because = reason ?? (isShared && isPlannedAgain(vehicle) ? 'another-car' : null);
    return because === null ? [] : [{ vehicle, prices: outlook, now, planId, reason: because }];
  });
  const share = shareOfHome(home.customerId);
  const plans = await planHome(
    { asked, house, loads: learningLoads(home, now), share, tellsOtherWishes: true },
    planner,
  );
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

/** A car that charges or stands on the driver's word keeps its plan: what it draws is in the others'. */
function isPlannedAgain({ plan, session, observed }: HomeVehicle): boolean {
  return plan !== null && session !== null && observed?.plug === 'plugged';
}

/** Until the end of what is planned: how long they will charge nobody knows yet. */
function learningLoads(home: Home, now: Instant): CarLoad[] {
  return home.vehicles
    .filter((vehicle) => vehicle.plan === null && isLearningPower(vehicle, now))
    .map(({ observed }) => ({
      fromAt: now,
      untilAt: now + learningMs,
      kw: observed?.powerKw ?? observed?.maxKw ?? assumedMaxKw,
    }));
}

/** Planned anew as soon as it has told; twice the patience for it. */
const learningMs = 10 * 60_000;
