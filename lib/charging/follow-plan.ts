import { type Home, loadHome, saveHome } from '../homes/index.ts';
import { type Platform, ServiceError } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import { actOnCars } from './act-on-cars.ts';
import { withFuseShares } from './fuse-shares.ts';
import { lookAtCars } from './look-at-cars.ts';
import { nextDueAt } from './next-due.ts';
import { plannerInTime } from './planner-in-time.ts';
import { readPrices } from './read-prices.ts';
import { remind } from './remind.ts';
import { replanHome } from './replan-home.ts';
import type { Planner } from './solve-home.ts';
import { whyReplan } from './why-replan.ts';
import { withoutPastMonths } from './without-past-months.ts';

/** A reminder may arrive this much early. */
const earlyMs = 2_000;

/**
 * The reconciler: what should each car of this home be doing now, what is it doing, and which one command closes the
 * difference? Safe to run at any time and any number of times: a home that is not due costs one read. Throws `stale-write`
 * (retryable) where somebody else changed the home meanwhile; what was done then shows at the next look.
 */
export async function followPlan(
  platform: Platform,
  customerId: string,
  { because, planner }: { because?: string | undefined; planner?: Planner } = {},
): Promise<void> {
  const home = await loadHome(platform, customerId);
  if (home === null || home.withdrawal !== null) return;
  const now = platform.clock.now();
  const isDue = home.nextDueAt !== null && home.nextDueAt <= now + earlyMs;
  if (!isDue && !(because === 'prices' && (await pricesConcern(platform, home, now)))) return;
  const claimed = await claim(platform, home, now);
  if (claimed !== null) await followCars(platform, claimed, planner);
}

/** All are looked at before any is told anything: their plans are one. */
async function followCars(platform: Platform, home: Home, planner: Planner | undefined): Promise<void> {
  const now = platform.clock.now();
  const prices = await readPrices(platform, home, home.vehicles, now);
  const seen = withoutPastMonths(await lookAtCars(platform, home, prices, now), now);
  const inTime = plannerInTime(planner, platform.clock, now + planningMs);
  const planned = withFuseShares(await replanHome(platform, seen, prices, now, inTime), now);
  const { home: followed, isDone } = await actOnCars(platform, planned, now);
  const soonestAt = platform.clock.now() + leftOverMs;
  const dueAt = isDone ? nextDueAt(followed, platform.clock.now()) : soonestAt;
  await saveHome(platform, { ...followed, nextDueAt: dueAt });
  if (dueAt !== null) await remind(platform, home.customerId, dueAt);
}

/** From then on only what answers in some ms is asked for a plan: the commands are to go out in the same run (actOnCars). */
const planningMs = 6_000;

/** A car that this run had no time for is looked at again after this. */
const leftOverMs = 15_000;

/** How long a run has the home to itself; one that died in it is made up for after that. */
const claimMs = 90_000;

/** A write is a thousandth of what a call to the car costs: of two messages for one home only one is to look. */
async function claim(platform: Platform, home: Home, now: Instant): Promise<Home | null> {
  try {
    return await saveHome(platform, { ...home, nextDueAt: now + claimMs });
  } catch (thrown) {
    if (thrown instanceof ServiceError && thrown.code === 'stale-write') return null;
    throw thrown;
  }
}

async function pricesConcern(platform: Platform, home: Home, now: Instant): Promise<boolean> {
  const { used } = await readPrices(platform, home, home.vehicles, now);
  return home.vehicles.some((vehicle) => whyReplan(vehicle, used, now) !== null);
}
