import { afterAll, beforeAll, expect, it } from 'vitest';
import { type NightWorld, startNightWorld } from './support/night-world.ts';
import { type Night, runNight } from './support/run-night.ts';

const fuse = { ampere: 25, phases: 3, net: 'TN' } as const;
/** Both are plugged in while power is dear: looked at, planned as one, and stopped. */
const evening = { terms: { fuse }, plugIn: '22:45', watchUntil: '22:57' } as const;

let world: NightWorld;
let undisturbed: Night;
beforeAll(async () => {
  world = await startNightWorld({ cars: 2 });
  undisturbed = await runNight(world, evening);
});
afterAll(() => world.stop());

const kindsOf = ({ home }: Night) =>
  home.vehicles.map(({ commands }) => commands.map(({ kind, state }) => `${kind} ${state}`));

it('both cars of an evening are stopped in one run', () => {
  for (const kinds of kindsOf(undisturbed)) expect(kinds).toContain('stop confirmed');
  const stops = undisturbed.sentIn.filter(({ call }) => call === 'charge_stop');
  expect(stops.map(({ invocation }) => invocation)).toEqual([stops[0]?.invocation, stops[0]?.invocation]);
});

it('a run for two cars that dies between its calls to the world outside is made up for, whichever car it was at', {
  timeout: 60_000,
}, async () => {
  const invocation = undisturbed.sentIn[0]?.invocation ?? 0;
  for (let nth = 2; ; nth += 4) {
    const night = await runNight(world, { ...evening, crash: { invocation, nth, moment: 'after' } });
    const where = `after call ${nth} of invocation ${invocation}`;
    const { vehicles, nextDueAt } = night.home;
    expect(
      vehicles.map(({ plan }) => plan?.together),
      where,
    ).toEqual([2, 2]);
    expect(
      vehicles.flatMap(({ commands }) => commands).every(({ settledAt }) => settledAt !== null),
      where,
    ).toBe(true);
    expect(
      world.tesla.cars.map((car) => car.snapshot().powerKw),
      where,
    ).toEqual([0, 0]);
    expect(nextDueAt, where).not.toBeNull();
    if (!night.died) {
      // Load, claim, prices, each car and its save, each intent, command and outcome, the reminder.
      expect(nth).toBeGreaterThanOrEqual(16);
      return;
    }
  }
});
