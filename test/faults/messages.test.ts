import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followPlan } from '../../lib/charging/index.ts';
import { QUARTER_MS } from '../../lib/time/index.ts';
import { type NightWorld, startNightWorld } from './support/night-world.ts';
import { customerId, runNight } from './support/run-night.ts';

let world: NightWorld;
beforeAll(async () => {
  world = await startNightWorld();
});
afterAll(() => world.stop());

/** What the plan makes the car do: every start and stop once. */
const asPlanned = ['plugged', 'started', 'stopped', 'started', 'stopped', 'started', 'completed'];

describe('the night as planned', () => {
  it('charges in the cheap hours and is ready, every start and stop sent once and confirmed', async () => {
    const night = await runNight(world);
    expect(night.transitions).toEqual([
      'plugged 22:00',
      'started 22:00',
      'stopped 22:01',
      'started 23:00',
      'stopped 23:28',
      'started 01:00',
      'completed 01:43',
    ]);
    expect(night.soc).toBeCloseTo(0.8, 6);
    const vehicle = night.home.vehicles[0];
    expect(vehicle?.commands.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'stop confirmed',
      'start confirmed',
      'stop confirmed',
      'start confirmed',
    ]);
    const { gridKwh = 0, costOre, chargeNowOre } = vehicle?.session ?? {};
    expect(gridKwh).toBeCloseTo((0.16 * 75) / 0.9, 1);
    // Electricity tax and Enova fee on each kWh; strømstøtte where spot is 200, not where it is 60 or 50.
    const ore = (spotAfterSupport: number) => (spotAfterSupport + 7.13 + 1) * 1.25;
    const dear = ore(200 - 0.9 * (200 - 77));
    const minutesKwh = (count: number) => (11 * count) / 60;
    const later = gridKwh - minutesKwh(1 + 28);
    const expectedOre = minutesKwh(1) * dear + minutesKwh(28) * ore(60) + later * ore(50);
    expect(costOre).toBeCloseTo(expectedOre, -1);
    expect(chargeNowOre).toBeCloseTo(11 * dear + (gridKwh - 11) * ore(60), -1);
  });
});

describe('the same starts and stops happen, and the car is ready, when', () => {
  it('every message comes twice at once', async () => {
    const night = await runNight(world, { doublesMessages: true });
    expect(night.kinds).toEqual(asPlanned);
    expect(night.soc).toBeCloseTo(0.8, 6);
    expect(night.sentIn.filter(({ call }) => call !== 'wake_up')).toHaveLength(4);
  });

  it('every other tick is lost', async () => {
    const night = await runNight(world, {
      losesTick: (at, plugInAt) => (at - plugInAt) % (2 * QUARTER_MS) !== 0,
    });
    expect(night.kinds).toEqual(asPlanned);
    expect(night.soc).toBeCloseTo(0.8, 6);
  });

  it('every reminder is lost: ticks carry the night', async () => {
    const night = await runNight(world, { losesReminders: true });
    expect(night.kinds).toEqual(asPlanned);
    expect(night.soc).toBeCloseTo(0.8, 6);
  });
});

it.each([1, 4, 10, 16, 22, 28])(
  'the car is ready, and not started more often, when message %i is lost',
  async (losesMessage) => {
    const night = await runNight(world, { losesMessage });
    expect(night.soc).toBeCloseTo(0.8, 6);
    expect(night.kinds.filter((kind) => kind === 'started').length).toBeLessThanOrEqual(3);
  },
);

it('every message of the night, delivered again hours later, changes nothing', async () => {
  const { home } = await runNight(world);
  const sent = world.queue.dump().sent.slice(-40);
  expect(sent.length).toBe(40);
  const requests = world.tesla.requests.length;
  world.clock.at = (home.nextDueAt ?? 0) - 3_000;
  for (const { body } of sent) await followPlan(world.platform('follow-plan'), customerId, JSON.parse(body));
  expect(world.tesla.requests.length).toBe(requests);
});
