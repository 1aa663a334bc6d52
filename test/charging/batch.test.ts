import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../functions/follow-plan/handler.ts';
import { plannerInTime } from '../../lib/charging/planner-in-time.ts';
import { createHome, linkedVehicle, loadHome, newHome, ordinaryWishes } from '../../lib/homes/index.ts';
import type { Platform } from '../../lib/platform/index.ts';
import { type NightWorld, startNightWorld } from '../faults/support/night-world.ts';
import { runNight } from '../faults/support/run-night.ts';
import { inOslo } from '../support/price-terms.ts';

let world: NightWorld;
beforeAll(async () => {
  world = await startNightWorld({ cars: 3 });
});
afterAll(() => world.stop());

/** Each call to a car maker takes its time. */
function slowed(platform: Platform, ms: number): Platform {
  const send: Platform['http']['send'] = (request) => {
    world.clock.at += ms;
    return platform.http.send(request);
  };
  return { ...platform, http: { send }, dynamo: platform.dynamo };
}

it('homes of one batch each send their command, however long the others took', async () => {
  await runNight(world, { watchUntil: '22:20' });
  world.clock.at += 9 * 3_600_000;
  for (const car of world.tesla.cars) car.driveTo(0.5);
  for (const car of world.tesla.cars) car.plugIn();
  const customers = world.grants.map((_, v) => `sleeper-${v}`);
  for (const [v, grant] of world.grants.entries()) {
    const linked = linkedVehicle({ ...grant, provider: 'tesla', batteryKwh: 75, maySetCurrent: true });
    const terms = { customerId: `sleeper-${v}`, ...inOslo, gridOwner: null, dueShard: 'NO1#0' };
    const wishes = { ...ordinaryWishes, targetSoc: 0.8 };
    const vehicles = [{ ...linked, wishes, mode: 'pause' as const }];
    const home = newHome({ ...terms, createdAt: world.clock.at });
    await createHome(world.platform('follow-plan'), { ...home, vehicles, nextDueAt: world.clock.at });
  }
  const Records = customers.map((customerId) => ({
    ...{ messageId: customerId, body: JSON.stringify({ customerId }), attributes: {} },
  }));
  const answer = await build(slowed(world.platform('follow-plan'), 2_500))({
    Records,
  } as unknown as SQSEvent);
  expect(answer.batchItemFailures).toEqual([]);
  for (const customerId of customers) {
    const home = await loadHome(world.platform('follow-plan'), customerId);
    expect(home?.vehicles[0]?.commands.map(({ kind }) => kind)).toEqual(['stop']);
  }
});

it('a run that is late asks for the quick plan only', async () => {
  const asked: (string | undefined)[] = [];
  const planner = plannerInTime(
    async (_, patience) => {
      asked.push(patience);
      return {} as never;
    },
    world.clock,
    world.clock.at + 1,
  );
  await planner({} as never, 'long');
  world.clock.at += 1;
  await planner({} as never, 'long');
  expect(asked).toEqual(['long', 'short']);
});
