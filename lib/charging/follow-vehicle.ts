import type { Home, HomeVehicle } from '../homes/index.ts';
import type { Platform } from '../platform/index.ts';
import type { Instant } from '../time/index.ts';
import type { KnownPrices } from './known-prices.ts';
import { look } from './look.ts';
import { makePlan } from './make-plan.ts';
import { nextCommand } from './next-command.ts';
import type { Planner } from './plan-optimal.ts';
import { readPrices } from './read-prices.ts';
import { sendCommand, wake } from './send-command.ts';
import { shouldWake } from './when-to-wake.ts';
import { whyReplan } from './why-replan.ts';
import { withVehicle } from './with-vehicle.ts';

/** One look at one car: what is it doing, what should it be doing, and at most one command. Returns the home to save. */
export async function followVehicle(
  platform: Platform,
  home: Home,
  vehicle: HomeVehicle,
  planner: Planner,
): Promise<Home> {
  if (vehicle.link !== 'working') return home;
  const now = platform.clock.now();
  const prices = await readPrices(platform, home, vehicle, now);
  const { vehicle: seen, finished } = await look(platform, vehicle, prices, now);
  const planned = await replanned(platform, seen, prices, now, planner);
  const finishedSessions = finished === null ? home.finishedSessions : [...home.finishedSessions, finished];
  const current = { ...withVehicle(home, planned), finishedSessions };
  if (planned.link !== 'working') return current;
  if (shouldWake(planned, now)) return await wake(platform, current, planned);
  const command = nextCommand(planned, now);
  return command === null ? current : await sendCommand(platform, current, planned, command);
}

async function replanned(
  platform: Platform,
  vehicle: HomeVehicle,
  prices: KnownPrices,
  now: Instant,
  planner: Planner,
): Promise<HomeVehicle> {
  const reason = whyReplan(vehicle, prices.used, now);
  if (reason === null) return vehicle;
  const plan = await makePlan({ vehicle, prices, now, reason, planId: platform.random.id() }, planner);
  platform.log.info('plan-made', { reason, status: plan.status });
  return { ...vehicle, plan };
}
