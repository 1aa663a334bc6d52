import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyReplan } from '../../lib/charging/why-replan.ts';
import {
  changedTerms,
  changeHome,
  changeMode,
  changeWishes,
  type HomeTerms,
  type HomeVehicle,
  loadHome,
  ordinaryWishes,
  putHome,
} from '../../lib/homes/index.ts';
import { planned } from '../charging/support/a-vehicle.ts';
import { inOslo } from '../support/price-terms.ts';
import { type HomesWorld, startHomesWorld } from './support/homes-world.ts';

const inTromso: HomeTerms = { ...inOslo, area: 'NO4', taxZone: 'nord_norge', gridOwner: 'arva' };

let world: HomesWorld;
beforeAll(async () => {
  world = await startHomesWorld();
});
afterAll(() => world.stop());

async function homeWithCar(customerId: string): Promise<void> {
  await putHome(world.platform, customerId, inOslo);
  await changeHome(world.platform, customerId, (home) => ({
    ...home,
    vehicles: [planned()],
    nextDueAt: 9e12,
  }));
}

describe('a home', () => {
  it('is made by the first call, and due to nobody while it has no car', async () => {
    const home = await putHome(world.platform, 'first', inTromso);
    expect(home).toMatchObject({ ...inTromso, version: 1, nextDueAt: null });
    expect(home.dueShard).toMatch(/^NO4#[012]$/);
    expect(world.waiting('charging')).not.toContainEqual({ customerId: 'first' });
  });

  it('that moves keeps its cars, voids the prices of their plans, and is looked at now', async () => {
    await homeWithCar('mover');
    const home = await putHome(world.platform, 'mover', { ...inOslo, area: 'NO2' });
    expect(home.vehicles[0]?.plan?.pricesUsed).toEqual(['NO2/2026-10-23/0']);
    expect(home.dueShard).toMatch(/^NO2#/);
    expect(home.nextDueAt).toBe(world.clock.at);
    expect(world.waiting('charging')).toContainEqual({ customerId: 'mover' });
  });

  it.each<[string, Partial<HomeTerms>]>([
    ['price area', { area: 'NO5' }],
    ['tax zone', { taxZone: 'tiltakssone' }],
    ['grid owner', { gridOwner: null }],
    ['grid tariff', { gridTariffName: 'Nord' }],
    ['kind of contract', { contract: { kind: 'norgespris', markupOrePerKwh: 0 } }],
    ['mark-up', { contract: { kind: 'spot', markupOrePerKwh: 4.9 } }],
  ])('whose %s changes has its plans made anew', async (what, changed) => {
    const customerId = `changes ${what}`;
    await homeWithCar(customerId);
    const home = await putHome(world.platform, customerId, { ...inOslo, ...changed });
    expect(home).toMatchObject(changed);
    const [vehicle] = home.vehicles;
    const usedBefore = planned().plan?.pricesUsed ?? [];
    expect(whyReplan(vehicle as HomeVehicle, usedBefore, world.clock.at)).toBe('contract-changed');
    expect(whyReplan(vehicle as HomeVehicle, [], world.clock.at)).toBe('contract-changed');
  });

  it('whose agreed price changes has its plans made anew', async () => {
    const agreed = (priceOrePerKwh: number): HomeTerms => ({
      ...inOslo,
      contract: { kind: 'fixed', markupOrePerKwh: 0, priceOrePerKwh },
    });
    await homeWithCar('agreed');
    await putHome(world.platform, 'agreed', agreed(60));
    await changeHome(world.platform, 'agreed', (home) => ({ ...home, vehicles: [planned()] }));
    const same = await putHome(world.platform, 'agreed', agreed(60));
    expect(same.vehicles).toEqual([planned()]);
    const home = await putHome(world.platform, 'agreed', agreed(61));
    expect(home.vehicles[0]?.plan?.pricesUsed).toEqual(['NO1/2026-10-23/0']);
  });

  it.each<[string, Partial<HomeTerms>]>([
    ['main fuse', { fuse: { ampere: 25, phases: 3, net: 'TN' } }],
    ['yearly use', { houseYearlyKwh: 9000 }],
  ])('whose %s changes has its plans made anew, and is told why', async (what, changed) => {
    const customerId = `changes ${what}`;
    await homeWithCar(customerId);
    const home = await putHome(world.platform, customerId, { ...inOslo, ...changed });
    const [vehicle] = home.vehicles;
    expect(whyReplan(vehicle as HomeVehicle, [], world.clock.at)).toBe('house-changed');
  });

  it('keeps its fuse, yearly use and grid owner where an app of before them tells its contract only', async () => {
    const fuse = { ampere: 25, phases: 3, net: 'TN' } as const;
    await homeWithCar('old app');
    await putHome(world.platform, 'old app', { ...inOslo, fuse, houseYearlyKwh: 9000 });
    const { area, taxZone } = inOslo;
    const contract = { kind: 'norgespris', markupOrePerKwh: 0 } as const;
    const home = await putHome(world.platform, 'old app', { area, taxZone, contract });
    expect(home).toMatchObject({ ...inOslo, fuse, houseYearlyKwh: 9000, contract });
    const cleared = await putHome(world.platform, 'old app', { area, taxZone, fuse: null });
    expect(cleared).toMatchObject({ ...inOslo, fuse: null, houseYearlyKwh: 9000, contract });
  });

  it('that moves leaves its month behind, and keeps it where only the contract changes', async () => {
    const month = { dayPeaks: [{ date: '2026-10-20', kw: 7 }], carHours: [{ startAt: 0, kwh: 4 }] };
    await homeWithCar('month');
    await changeHome(world.platform, 'month', (home) => ({ ...home, ...month }));
    const contract = { kind: 'norgespris', markupOrePerKwh: 0 } as const;
    expect(await putHome(world.platform, 'month', { ...inOslo, contract })).toMatchObject(month);
    const moved = await putHome(world.platform, 'month', { ...inOslo, gridOwner: 'bkk', area: 'NO5' });
    expect(moved).toMatchObject({ dayPeaks: [], carHours: [] });
  });

  describe('told by an app that leaves out what it does not know', () => {
    const fuse = { ampere: 25, phases: 3, net: 'TN' } as const;
    const before = { ...inOslo, gridTariffName: 'Nord', fuse, houseYearlyKwh: 9000 };
    const { area, taxZone } = before;
    const noGrid = { gridOwner: null, gridTariffName: null };
    const noHouse = { fuse: null, houseYearlyKwh: null };

    it.each<[string, Parameters<typeof changedTerms>[1], Partial<HomeTerms>]>([
      [
        'forgets another area’s house and grid',
        { area: 'NO4', taxZone: 'nord_norge' },
        { ...noGrid, ...noHouse },
      ],
      ['forgets another tax zone’s grid', { area, taxZone: 'tiltakssone' }, noGrid],
      ['forgets another owner’s tariff', { area, taxZone, gridOwner: 'bkk' }, { gridTariffName: null }],
      [
        'keeps the tariff of an owner told again',
        { area, taxZone: 'nord_norge', gridOwner: before.gridOwner },
        {},
      ],
      [
        'keeps all under another contract',
        { area, taxZone, contract: { kind: 'norgespris', markupOrePerKwh: 1 } },
        {},
      ],
      ['keeps what is told', { ...before, area: 'NO2' }, {}],
    ])('%s', (_, wanted, cleared) => {
      expect(changedTerms(before, wanted)).toEqual({ ...before, ...wanted, ...cleared });
    });
  });

  it('that stays where it is keeps its plan', async () => {
    await homeWithCar('stayer');
    const home = await putHome(world.platform, 'stayer', inOslo);
    expect(home.vehicles).toEqual([planned()]);
  });
});

describe('wishes and mode', () => {
  it('are written on the car and have the home looked at now', async () => {
    await homeWithCar('wisher');
    const changed = await changeWishes(world.platform, 'wisher', 'car', (before) => ({
      ...before,
      readyBy: '06:15',
      targetSoc: 0.9,
    }));
    expect(changed).toEqual({ ...ordinaryWishes, readyBy: '06:15', targetSoc: 0.9 });
    await changeMode(world.platform, 'wisher', 'car', 'pause');
    const home = await loadHome(world.platform, 'wisher');
    expect(home?.vehicles[0]).toMatchObject({
      wishes: { ...ordinaryWishes, readyBy: '06:15', targetSoc: 0.9 },
      mode: 'pause',
    });
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
    () => putHome(world.platform, 'leaver', { ...inOslo, area: 'NO2' }),
    () => changeWishes(world.platform, 'leaver', 'car', (before) => ({ ...before, readyBy: '06:15' })),
    () => changeMode(world.platform, 'leaver', 'car', 'pause'),
  ]) {
    await expect(change()).rejects.toMatchObject({ code: 'withdrawal-in-progress' });
  }
  expect(await loadHome(world.platform, 'leaver')).toEqual(before);
});
