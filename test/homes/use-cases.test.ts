import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeHome, changeMode, changeWishes, loadHome, putHome } from '../../lib/homes/index.ts';
import { planned } from '../charging/support/a-vehicle.ts';
import { type HomesWorld, startHomesWorld } from './support/homes-world.ts';

let world: HomesWorld;
beforeAll(async () => {
  world = await startHomesWorld();
});
afterAll(() => world.stop());

async function homeWithCar(customerId: string): Promise<void> {
  await putHome(world.platform, customerId, { area: 'NO1', vatPercent: 25 });
  await changeHome(world.platform, customerId, (home) => ({
    ...home,
    vehicles: [planned()],
    nextDueAt: 9e12,
  }));
}

describe('a home', () => {
  it('is made by the first call, and due to nobody while it has no car', async () => {
    const home = await putHome(world.platform, 'first', { area: 'NO4', vatPercent: 0 });
    expect(home).toMatchObject({ area: 'NO4', vatPercent: 0, version: 1, nextDueAt: null });
    expect(home.dueShard).toMatch(/^NO4#[012]$/);
    expect(world.waiting('charging')).not.toContainEqual({ customerId: 'first' });
  });

  it('that moves keeps its cars, voids the prices of their plans, and is looked at now', async () => {
    await homeWithCar('mover');
    const home = await putHome(world.platform, 'mover', { area: 'NO2', vatPercent: 25 });
    expect(home.vehicles[0]?.plan?.pricesUsed).toEqual([]);
    expect(home.dueShard).toMatch(/^NO2#/);
    expect(home.nextDueAt).toBe(world.clock.at);
    expect(world.waiting('charging')).toContainEqual({ customerId: 'mover' });
  });

  it('that stays where it is keeps its plan', async () => {
    await homeWithCar('stayer');
    const home = await putHome(world.platform, 'stayer', { area: 'NO1', vatPercent: 25 });
    expect(home.vehicles).toEqual([planned()]);
  });
});

describe('wishes and mode', () => {
  it('are written on the car and have the home looked at now', async () => {
    await homeWithCar('wisher');
    await changeWishes(world.platform, 'wisher', 'car', { readyBy: '06:15', targetSoc: 0.9 });
    await changeMode(world.platform, 'wisher', 'car', 'pause');
    const home = await loadHome(world.platform, 'wisher');
    expect(home?.vehicles[0]).toMatchObject({ wishes: { readyBy: '06:15', targetSoc: 0.9 }, mode: 'pause' });
    expect(home?.nextDueAt).toBe(world.clock.at);
    expect(
      world.waiting('charging').filter((body) => (body as { customerId: string }).customerId === 'wisher'),
    ).toHaveLength(2);
  });

  it('of a car that is not this customer’s are not found', async () => {
    await homeWithCar('owner');
    await expect(changeMode(world.platform, 'owner', 'another', 'pause')).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(changeMode(world.platform, 'nobody', 'car', 'pause')).rejects.toMatchObject({
      code: 'home-missing',
    });
  });
});

it('a home that is being forgotten takes no change', async () => {
  await homeWithCar('leaver');
  const withdrawal = { withdrawalId: 'w', requestedAt: 1, done: [], attempts: 0, notBeforeAt: 1 };
  const before = await changeHome(world.platform, 'leaver', (home) => ({ ...home, withdrawal }));
  for (const change of [
    () => putHome(world.platform, 'leaver', { area: 'NO2', vatPercent: 25 }),
    () => changeWishes(world.platform, 'leaver', 'car', { readyBy: '06:15', targetSoc: 0.9 }),
    () => changeMode(world.platform, 'leaver', 'car', 'pause'),
  ]) {
    await expect(change()).rejects.toMatchObject({ code: 'withdrawal-in-progress' });
  }
  expect(await loadHome(world.platform, 'leaver')).toEqual(before);
});
