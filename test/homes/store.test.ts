import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeHome,
  createHome,
  customersInArea,
  dueCustomers,
  eraseHome,
  type Home,
  type HomeVehicle,
  loadHome,
  newHome,
  ordinaryWishes,
  type PlanInForce,
  saveHome,
} from '../../lib/homes/index.ts';
import { planned } from '../charging/support/a-vehicle.ts';
import { inOslo } from '../support/price-terms.ts';
import { type HomesWorld, startHomesWorld } from './support/homes-world.ts';

let world: HomesWorld;
beforeAll(async () => {
  world = await startHomesWorld();
});
afterAll(() => world.stop());

let customers = 0;
function aHome(over: Partial<Home> = {}): Home {
  customers += 1;
  const place = { ...inOslo, dueShard: `${over.area ?? 'NO1'}#${customers % 3}` };
  return { ...newHome({ customerId: `customer-${customers}`, ...place, createdAt: 5 }), ...over };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('a home', () => {
  it('comes back as it was written, to the last quarter of its plan', async () => {
    const home = aHome({ vehicles: [planned()], nextDueAt: 7, consentRef: 'chain' });
    const saved = await createHome(world.platform, home);
    expect(await loadHome(world.platform, home.customerId)).toEqual(saved);
    expect(saved).toEqual({ ...home, version: 1 });
  });

  it('from before homes were planned is read with what leaving the new things out means', async () => {
    const home = await createHome(world.platform, aHome({ vehicles: [planned()] }));
    const { fuse: _f, houseYearlyKwh: _h, dayPeaks: _d, carHours: _h2, ...older } = home;
    const [vehicle] = home.vehicles as [HomeVehicle];
    const {
      capacity: _c,
      fuseKw: _k,
      together: _t,
      guessedFromAt: _g,
      ...plan
    } = vehicle.plan as PlanInForce;
    const {
      nineInTenOre: _w,
      wouldCost: _o,
      othersKey: _k2,
      wishesKey: _k3,
      kwPerAmpere: _a,
      ...olderPlan
    } = plan;
    const windows = plan.windows.map(({ fromAt, untilAt }) => ({ fromAt, untilAt }));
    const wishes = { readyBy: '06:30', targetSoc: 0.7 };
    const olderCar = { ...vehicle, wishes, plan: { ...olderPlan, windows } };
    const TableName = world.platform.tableName('homes');
    const { nextDueAt: _n, ...item } = { ...older, vehicles: [olderCar], kind: 'home' };
    await world.platform.dynamo.send(new PutCommand({ TableName, Item: item }));
    const [read] = (await loadHome(world.platform, home.customerId))?.vehicles ?? [];
    expect(read?.wishes).toEqual({ ...ordinaryWishes, ...wishes });
    expect(read?.plan).toEqual({ ...vehicle.plan, wishesKey: '', kwPerAmpere: null, together: 1 });
  });

  it('from before currents were set and guesses told is read, its commands and sessions with it', async () => {
    const intended = { commandId: 'c', kind: 'stop', limitSoc: null, state: 'sent', attempt: 1 } as const;
    const command = { ...intended, ampere: null, intendedAt: 5, settledAt: null, reason: null };
    const home = await createHome(world.platform, aHome({ vehicles: [planned({ commands: [command] })] }));
    const [vehicle] = home.vehicles as [HomeVehicle];
    const { ampere: _a, ...olderCommand } = command;
    const { circuit: _c, ...olderObserved } = vehicle.observed as NonNullable<HomeVehicle['observed']>;
    const { assumed: _s, ...olderSession } = vehicle.session as NonNullable<HomeVehicle['session']>;
    const { ampereBefore: _b, ...olderOwed } = vehicle.owed;
    const olderCar = {
      ...vehicle,
      ...{ commands: [olderCommand], observed: olderObserved, session: olderSession, owed: olderOwed },
    };
    const { nextDueAt: _n, ...item } = { ...home, vehicles: [olderCar], kind: 'home' };
    await world.platform.dynamo.send(
      new PutCommand({ TableName: world.platform.tableName('homes'), Item: item }),
    );
    const [read] = (await loadHome(world.platform, home.customerId))?.vehicles ?? [];
    expect(read?.commands).toEqual([command]);
    expect(read?.observed).toEqual({ ...vehicle.observed, circuit: null });
    expect(read?.session).toEqual({ ...vehicle.session, assumed: false });
    expect(read?.owed).toEqual(vehicle.owed);
  });

  it('is written only over the version that was read', async () => {
    const first = await createHome(world.platform, aHome());
    const second = await saveHome(world.platform, { ...first, taxZone: 'nord_norge' });
    const stale = saveHome(world.platform, { ...first, area: 'NO2' });
    await expect(stale).rejects.toMatchObject({ code: 'stale-write', retryable: true });
    await expect(createHome(world.platform, first)).rejects.toMatchObject({ code: 'stale-write' });
    expect(await loadHome(world.platform, first.customerId)).toEqual(second);
  });

  it('loses no change of any of those who change it at once', async () => {
    const { customerId } = await createHome(world.platform, aHome());
    const move = () => changeHome(world.platform, customerId, (home) => ({ ...home, epoch: home.epoch + 1 }));
    const results = await Promise.allSettled(Array.from({ length: 8 }, move));
    const changed = results.filter(({ status }) => status === 'fulfilled').length;
    const home = await loadHome(world.platform, customerId);
    expect(home?.epoch).toBe(changed);
    expect(home?.version).toBe(1 + changed);
    expect(changed).toBeGreaterThanOrEqual(5);
  });

  it('that is not there is said to be missing', async () => {
    expect(await loadHome(world.platform, 'nobody')).toBeNull();
    await expect(changeHome(world.platform, 'nobody', (home) => home)).rejects.toMatchObject({
      code: 'home-missing',
    });
  });

  it('is erased at the version that was read, twice if need be', async () => {
    const home = await createHome(world.platform, aHome());
    await expect(eraseHome(world.platform, home.customerId, 0)).rejects.toMatchObject({
      code: 'stale-write',
    });
    await eraseHome(world.platform, home.customerId, home.version);
    await eraseHome(world.platform, home.customerId, home.version);
    expect(await loadHome(world.platform, home.customerId)).toBeNull();
  });

  it('that nobody could read back is not written', async () => {
    const home = await createHome(world.platform, aHome({ vehicles: [planned()] }));
    const vehicles = home.vehicles.map((vehicle) => ({ ...vehicle, batteryKwh: -1 }));
    await expect(saveHome(world.platform, { ...home, vehicles })).rejects.toThrow();
    expect(await loadHome(world.platform, home.customerId)).toEqual(home);
  });
});

describe('the due index', () => {
  it('finds who is due in any area and shard, and those being forgotten apart', async () => {
    const due: Home[] = [];
    for (const area of ['NO3', 'NO4', 'NO5'] as const) {
      due.push(await createHome(world.platform, aHome({ area, nextDueAt: 1000 })));
    }
    const later = await createHome(world.platform, aHome({ area: 'NO3', nextDueAt: 1001 }));
    const never = await createHome(world.platform, aHome({ area: 'NO3', nextDueAt: null }));
    const leaving = await changeHome(world.platform, due[0]?.customerId ?? '', (home) => ({
      ...home,
      withdrawal: { withdrawalId: 'w', requestedAt: 1, done: [], attempts: 0, notBeforeAt: 1 },
    }));
    const found = await all(dueCustomers(world.platform, 1000));
    const here = found.filter(({ customerId }) =>
      [...due, later, never].some((home) => home.customerId === customerId),
    );
    expect(new Set(here)).toEqual(
      new Set(
        due.map(({ customerId }) => ({
          customerId,
          nextDueAt: 1000,
          withdrawing: customerId === leaving.customerId,
        })),
      ),
    );
  });

  it('finds a home in its new area after it moved, and never one without anything due', async () => {
    const home = await createHome(world.platform, aHome({ nextDueAt: 5_000 }));
    await saveHome(world.platform, { ...home, area: 'NO5' });
    const { customerId } = home;
    expect(await all(customersInArea(world.platform, 'NO5'))).toContain(customerId);
    expect(await all(customersInArea(world.platform, 'NO1'))).not.toContain(customerId);
    await changeHome(world.platform, customerId, (read) => ({ ...read, nextDueAt: null }));
    expect(await all(customersInArea(world.platform, 'NO5'))).not.toContain(customerId);
  });
});
