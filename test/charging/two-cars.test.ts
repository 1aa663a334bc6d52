import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { followPlan } from '../../lib/charging/index.ts';
import { planProblem } from '../../lib/charging/plan-problem.ts';
import type { Planner } from '../../lib/charging/solve-home.ts';
import { type Home, loadHome } from '../../lib/homes/index.ts';
import { type Platform, ServiceError } from '../../lib/platform/index.ts';
import { atLocalTime, localDate } from '../../lib/time/index.ts';
import { type NightWorld, startNightWorld } from '../faults/support/night-world.ts';
import { customerId, runNight } from '../faults/support/run-night.ts';
import { hours } from './support/a-vehicle.ts';

/** What is under test is not how good their plan is. */
const planner: Planner = (problem) => planProblem(problem, 'short');
const fuse = { ampere: 25, phases: 3, net: 'TN' } as const;

let world: NightWorld;
beforeAll(async () => {
  world = await startNightWorld({ cars: 2 });
});
afterAll(() => world.stop());

/** Both just plugged in, nothing looked at yet. */
beforeEach(async () => {
  await runNight(world, { terms: { fuse }, plugIn: '21:58', watchUntil: '21:57' });
  world.clock.at = atLocalTime(localDate(world.clock.at - hours(14)), '21:58');
});

const home = async () => (await loadHome(world.platform('follow-plan'), customerId)) as Home;
const idOf = (v: number) => world.tesla.exportState().cars[v]?.id ?? 'none';
/** Does something when the maker is asked about this car. */
function asking(platform: Platform, v: number, act: () => Promise<void> | void): Platform {
  const send: Platform['http']['send'] = async (request) => {
    if (request.url.includes(idOf(v))) await act();
    return await platform.http.send(request);
  };
  return { ...platform, http: { send }, dynamo: platform.dynamo };
}
const due = async () => {
  world.clock.at = Math.max(world.clock.at, (await home()).nextDueAt ?? 0);
};

it('what the first car told is saved before the second is asked', async () => {
  await due();
  const before = await home();
  let between: Home | null = null;
  const platform = asking(world.platform('follow-plan'), 1, async () => {
    between ??= await home();
  });
  await followPlan(platform, customerId, { planner });
  const fetchedAt = (of: Home | null, v: number) => of?.vehicles[v]?.observed?.fetchedAt ?? 0;
  expect(fetchedAt(between, 0)).toBeGreaterThan(fetchedAt(before, 0));
  expect(fetchedAt(between, 1)).toBe(fetchedAt(before, 1));
});

it('the maker failing one car does not stop the other', async () => {
  await due();
  const down = () => {
    throw new ServiceError('http-unreachable', { retryable: true });
  };
  for (let run = 0; run < 4; run += 1) {
    await followPlan(asking(world.platform('follow-plan'), 1, down), customerId, { planner });
    await due();
  }
  const [first, second] = (await home()).vehicles;
  expect(first?.plan?.together).toBe(1);
  expect(first?.commands.map(({ kind, state }) => `${kind} ${state}`)).toContain('stop confirmed');
  expect(first?.contact.failures).toBe(0);
  expect(second?.observed).toBeNull();
  expect(second?.contact.failures).toBeGreaterThan(0);
});

it('a run that dies as the second car is asked is made up for by the next', async () => {
  await due();
  let die: () => void = () => {};
  const death = new Promise<never>((_, reject) => {
    die = () => reject(new Error('the process died here'));
  });
  const platform = asking(world.platform('follow-plan'), 1, () => {
    die();
    return new Promise<void>(() => {});
  });
  await expect(Promise.race([followPlan(platform, customerId, { planner }), death])).rejects.toThrow('died');
  expect((await home()).vehicles[1]?.observed).toBeNull();
  for (let run = 0; run < 3; run += 1) {
    await due();
    await followPlan(world.platform('follow-plan'), customerId, { planner });
  }
  const { vehicles, nextDueAt } = await home();
  expect(vehicles.map(({ plan }) => plan?.together)).toEqual([2, 2]);
  expect(nextDueAt).toBeGreaterThan(world.clock.at);
});
