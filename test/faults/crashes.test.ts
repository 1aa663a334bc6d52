import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NightWorld, startNightWorld } from './support/night-world.ts';
import { type Night, runNight } from './support/run-night.ts';

let world: NightWorld;
let undisturbed: Night;
const evening = { plugIn: '22:45', watchUntil: '23:45' } as const;

beforeAll(async () => {
  world = await startNightWorld();
  undisturbed = await runNight(world, evening);
});
afterAll(() => world.stop());

/**
 * A run that dies after its nth call to the world outside dies before its next: every place is here with the first.
 */
async function diesEverywhere(invocation: number): Promise<number> {
  for (let nth = 0; ; nth += 1) {
    const crash = { invocation, nth: Math.max(1, nth), moment: nth === 0 ? 'before' : 'after' } as const;
    const night = await runNight(world, { ...evening, crash });
    const where = `${crash.moment} call ${crash.nth} of invocation ${invocation}`;
    expect(night.kinds, where).toEqual(undisturbed.kinds);
    expect(Math.abs(night.soc - undisturbed.soc), where).toBeLessThan(0.01);
    const [vehicle] = night.home.vehicles;
    expect(
      vehicle?.commands.filter(({ settledAt }) => settledAt === null),
      where,
    ).toEqual([]);
    expect(vehicle?.plan?.windows.at(-1)?.untilAt, where).toBeGreaterThan(night.plugInAt + 2 * 3_600_000);
    expect(night.home.nextDueAt, where).toBeLessThanOrEqual(world.clock.at);
    if (!night.died) return nth;
  }
}

describe('a run that dies at any of its calls to the world outside is made up for:', () => {
  it('the evening has a stop, a start and a stop', () => {
    expect(undisturbed.kinds).toEqual(['plugged', 'started', 'stopped', 'started', 'stopped']);
    expect(undisturbed.sentIn.map(({ call }) => call)).toEqual([
      'charge_stop',
      'charge_start',
      'charge_stop',
    ]);
  });

  it.each([
    ['planning and stopping', 0],
    ['starting', 1],
    ['stopping at the end of a window', 2],
  ])('%s', { timeout: 300_000 }, async (_, command) => {
    const places = await diesEverywhere(undisturbed.sentIn[command]?.invocation ?? 0);
    // Load, claim, prices, grant, car, intent, command, outcome, reminder: it died at all of them.
    expect(places).toBeGreaterThanOrEqual(12);
  });
});
