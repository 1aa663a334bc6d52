import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { houseLoad } from '../../lib/charging/house-load.ts';
import { fuseKw, plannedFuseKw } from '../../lib/homes/index.ts';
import { type NightWorld, startNightWorld } from './support/night-world.ts';
import { type Night, type NightFaults, runNight } from './support/run-night.ts';

const hourMs = 3_600_000;

const fuse = { ampere: 25, phases: 3, net: 'TN' } as const;

/** From the first plan on; before that nobody knows what the cars take. */
const mostKw = ({ drawn, plugInAt, home }: Night) => {
  const houseKw = houseLoad(home, plugInAt);
  const planned = drawn.filter(({ at }) => at > plugInAt + 5 * 60_000);
  return Math.max(...planned.map(({ at, kw }) => kw + houseKw(at)));
};

/** The maker answers nothing for an hour. */
function silence(world: NightWorld, afterMinutes: number): NonNullable<NightFaults['maker']> {
  const act = ({ faults }: NightWorld['tesla']) => {
    for (const call of ['state', 'data', 'command', 'wake'] as const) {
      faults.during(call, { status: 503 }, world.clock.at + hourMs);
    }
  };
  return { afterMinutes, act };
}

describe('under a grid owner’s capacity fee', () => {
  let world: NightWorld;
  beforeAll(async () => {
    world = await startNightWorld();
  });
  afterAll(() => world.stop());

  it('the fee is weighed, and the car is ready although its maker is silent for an hour', async () => {
    const night = await runNight(world, { terms: { gridOwner: 'elvia' }, maker: silence(world, 70) });
    expect(night.soc).toBeGreaterThanOrEqual(0.79);
    expect(night.home.vehicles[0]?.plan?.capacity?.feeOre).toBeGreaterThan(0);
    expect(night.home.dayPeaks.length).toBeGreaterThan(0);
  });
});

describe('two cars behind a fuse that carries one', () => {
  let world: NightWorld;
  beforeAll(async () => {
    world = await startNightWorld({ cars: 2 });
  });
  afterAll(() => world.stop());

  it('are ready, and never draw more than it carries, though their maker is silent for an hour while they charge', async () => {
    const night = await runNight(world, { terms: { fuse }, maker: silence(world, 100) });
    for (const soc of night.socs) expect(soc).toBeGreaterThanOrEqual(0.79);
    expect(night.home.vehicles.map(({ plan }) => plan?.together)).toEqual([2, 2]);
    expect(mostKw(night)).toBeGreaterThan(8);
    expect(mostKw(night)).toBeLessThanOrEqual(fuseKw(fuse));
  });
});

it('two cars behind a fuse share it by current where there are no prices to plan on: both charge, at whole amperes, and go back to what they took', async () => {
  const world = await startNightWorld({ cars: 2 });
  const night = await runNight(world, { terms: { fuse }, withoutPrices: true, watchUntil: '23:59' });
  await world.stop();
  expect(mostKw(night)).toBeGreaterThan(13);
  expect(mostKw(night)).toBeLessThanOrEqual(plannedFuseKw(fuse) + 0.2);
  for (const soc of night.socs) expect(soc).toBeGreaterThan(0.7);
  const told = night.home.vehicles.map(({ commands }) =>
    commands.filter(({ kind }) => kind === 'set-current'),
  );
  expect(told.flat().every(({ state }) => state === 'confirmed')).toBe(true);
  expect(told.flat().length).toBeLessThanOrEqual(8);
});
