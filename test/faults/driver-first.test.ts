import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NightWorld, startNightWorld } from './support/night-world.ts';
import { runNight } from './support/run-night.ts';

let world: NightWorld;
beforeAll(async () => {
  world = await startNightWorld();
});
afterAll(() => world.stop());

const everyCall = ['state', 'data', 'command', 'wake'] as const;
type Fault = Parameters<NightWorld['tesla']['faults']['during']>[1];

function makerFails(fault: Fault, afterMinutes: number, forMinutes = 60) {
  return {
    afterMinutes,
    act: ({ faults }: NightWorld['tesla']) => {
      for (const call of everyCall) faults.during(call, fault, world.clock.at + forMinutes * 60_000);
    },
  };
}

describe('the car is ready although', () => {
  it('there are no prices: it charges at once and is never stopped', async () => {
    const night = await runNight(world, { withoutPrices: true });
    expect(night.kinds).toEqual(['plugged', 'started', 'completed']);
    expect(night.soc).toBeCloseTo(0.8, 6);
    expect(night.home.vehicles[0]?.session?.unpriced).toBe(true);
  });

  it('planning fails: it charges at once and is never stopped', async () => {
    const night = await runNight(world, {
      planner: () => {
        throw new Error('no plan today');
      },
    });
    expect(night.kinds).toEqual(['plugged', 'started', 'completed']);
    expect(night.soc).toBeCloseTo(0.8, 6);
  });

  it.each([
    ['as it is plugged in', 0],
    ['as it is to start', 55],
    ['as it is to stop', 80],
    ['before it is to start last', 170],
  ])('its maker answers 503 for an hour %s', async (_, fromMinutes) => {
    const night = await runNight(world, { maker: makerFails({ status: 503 }, fromMinutes) });
    expect(night.soc).toBeGreaterThanOrEqual(0.79);
    expect(night.kinds.filter((kind) => kind === 'started').length).toBeLessThanOrEqual(4);
  });

  it('the answers to its first three commands are lost after they had their effect', async () => {
    const act = (tesla: NightWorld['tesla']) => tesla.faults.next('command', 'drop-after', 3);
    const night = await runNight(world, { maker: { afterMinutes: 0, act } });
    expect(night.soc).toBeCloseTo(0.8, 6);
    expect(night.kinds.filter((kind) => kind === 'started')).toHaveLength(3);
    expect(night.sentIn.filter(({ call }) => call !== 'wake_up')).toHaveLength(4);
  });

  it('its maker asks for ten hours of peace while it stands paused', async () => {
    const headers = { 'retry-after': '36000' };
    const night = await runNight(world, { maker: makerFails({ status: 429, headers }, 30, 40) });
    expect(night.soc).toBeCloseTo(0.8, 6);
  });

  it('it refuses to start at first', async () => {
    const refusal = { reason: 'could_not_wake_buses' };
    const act = (tesla: NightWorld['tesla']) => tesla.faults.next('command', refusal, 2);
    const night = await runNight(world, { maker: { afterMinutes: 58, act } });
    expect(night.soc).toBeCloseTo(0.8, 6);
    const states = night.home.vehicles[0]?.commands.map(({ kind, state }) => `${kind} ${state}`);
    expect(states?.slice(0, 4)).toEqual([
      'stop confirmed',
      'start refused',
      'start refused',
      'start confirmed',
    ]);
  });
});

it('calls stay within the day’s budget, however badly it goes', async () => {
  const before = world.tesla.requests.length;
  const night = await runNight(world, { maker: makerFails({ status: 503 }, 5, 5 * 60) });
  const spent = night.home.vehicles[0]?.budget;
  expect(world.tesla.requests.length - before).toBeLessThan(150);
  expect(spent?.reads).toBeLessThanOrEqual(150);
  expect(spent?.commands).toBeLessThanOrEqual(30);
});
