import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followPlan, spreadPrices } from '../../lib/charging/index.ts';
import { readPrices } from '../../lib/charging/read-prices.ts';
import { shareOfHome } from '../../lib/charging/stagger.ts';
import { type Home, type HomeVehicle, loadHome, ordinaryWishes } from '../../lib/homes/index.ts';
import { addDays, localDate } from '../../lib/time/index.ts';
import { type NightWorld, startNightWorld } from '../faults/support/night-world.ts';
import { customerId, runNight } from '../faults/support/run-night.ts';

let world: NightWorld;
let waiting: Home;
beforeAll(async () => {
  world = await startNightWorld();
  const until = { watchUntil: '22:20' };
  ({ home: waiting } = await runNight(world, until));
  world.clock.at = (waiting.nextDueAt ?? 0) - 60_000;
});
afterAll(() => world.stop());

const platform = () => world.platform('follow-plan');
const arrive = () => followPlan(platform(), customerId, { because: 'prices' });
const home = async () => (await loadHome(platform(), customerId)) as Home;

describe('when prices arrive', () => {
  it('every home of the area is told, with the reason', async () => {
    const already = world.queue.dump().sent.length;
    await spreadPrices(world.platform('spread-prices'), 'NO1');
    await spreadPrices(world.platform('spread-prices'), 'NO2');
    const sent = world.queue.dump().sent.slice(already);
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ customerId, because: 'prices' }]);
    // Not all homes of an area at once: each at its own time, the same every day.
    const delays = Array.from({ length: 200 }, (_, home) => Math.floor(shareOfHome(`home-${home}`) * 600));
    expect(Math.max(...delays)).toBeGreaterThan(540);
    expect(Math.min(...delays)).toBeLessThan(60);
    expect(world.queue.nextAt()).toBeGreaterThan(world.clock.at);
  });

  it('the last hour before a crooked ready time has the mean of all its quarters', async () => {
    const [vehicle] = waiting.vehicles;
    const pricesUntil = (readyBy: string) =>
      readPrices(
        platform(),
        waiting,
        [{ ...(vehicle as HomeVehicle), wishes: { ...ordinaryWishes, readyBy, targetSoc: 0.8 } }],
        world.clock.at,
      );
    const crooked = (await pricesUntil('06:15')).byQuarter;
    const whole = (await pricesUntil('07:00')).byQuarter;
    expect(crooked.size).toBe(whole.size);
    expect(crooked).toEqual(whole);
  });

  it('a home whose plan they do not concern stays as it is, unread and unwritten', async () => {
    const requests = world.tesla.requests.length;
    await arrive();
    expect(await home()).toEqual(waiting);
    expect(world.tesla.requests.length).toBe(requests);
  });

  it('a home whose plan they do concern is planned anew though it is not due', async () => {
    const date = addDays(localDate(world.clock.at), 1);
    await world.platform('fetch-prices').dynamo.send(
      new UpdateCommand({
        TableName: platform().tableName('prices'),
        Key: { area: 'NO1', date },
        UpdateExpression: 'SET #r = :two',
        ExpressionAttributeNames: { '#r': 'revision' },
        ExpressionAttributeValues: { ':two': 2 },
      }),
    );
    await arrive();
    const plan = (await home()).vehicles[0]?.plan;
    expect(plan?.reason).toBe('prices-arrived');
    expect(plan?.pricesUsed).toContain(`NO1/${date}/2`);
    expect(plan?.planId).not.toBe(waiting.vehicles[0]?.plan?.planId);
  });
});
