import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handBack } from '../../lib/charging/index.ts';
import { type Home, linkedVehicle, newHome, nothingOwed } from '../../lib/homes/index.ts';
import { type NightWorld, startNightWorld } from '../faults/support/night-world.ts';
import { inOslo } from '../support/price-terms.ts';
import { minutes } from './support/a-vehicle.ts';

let world: NightWorld;
beforeAll(async () => {
  world = await startNightWorld();
});
afterAll(() => world.stop());

beforeEach(() => {
  world.clock.at += minutes(60);
  world.tesla.faults.clear();
  world.car.driveTo(0.5);
  world.car.setLimit(70);
  world.car.setAmperes(6);
  world.car.plugIn();
  world.car.stop();
});

/** Paused by us, with our limit of 70 % in place of the owner's 90. */
function owing(): Home {
  const [grant = { grantRef: '', vehicleRef: '' }] = world.grants;
  const linked = linkedVehicle({ ...grant, provider: 'tesla', batteryKwh: 75, maySetCurrent: true });
  const owed = { pausedByUs: true, limitSocBefore: 0.9, ampereBefore: 13 };
  const place = { ...inOslo, dueShard: 'NO1#0' };
  return { ...newHome({ customerId: 'c', ...place, createdAt: 0 }), vehicles: [{ ...linked, owed }] };
}

const platform = () => world.platform('forget-customer');

describe('a car that we let go', () => {
  it('charges, under the limit and with the current it had', async () => {
    const home = await handBack(platform(), owing());
    world.clock.at += minutes(1);
    expect(world.car.snapshot()).toMatchObject({ charging: true, limitPercent: 90 });
    expect(world.car.snapshot().powerKw).toBeCloseTo((230 * 13 * 3) / 1000);
    expect(home.vehicles[0]?.owed).toEqual(nothingOwed);
  });

  it('may be handed back twice', async () => {
    await handBack(platform(), owing());
    await handBack(platform(), owing());
    world.clock.at += minutes(1);
    expect(world.car.snapshot()).toMatchObject({ charging: true, limitPercent: 90 });
  });

  it('is not touched where nothing is owed', async () => {
    const [vehicle] = owing().vehicles;
    const before = world.tesla.requests.length;
    await handBack(platform(), { ...owing(), vehicles: vehicle ? [{ ...vehicle, owed: nothingOwed }] : [] });
    expect(world.tesla.requests.length).toBe(before);
  });

  it('is woken where it sleeps, and handed back at the next try', async () => {
    world.clock.at += minutes(30);
    expect(world.car.snapshot().reach).toBe('asleep');
    await expect(handBack(platform(), owing())).rejects.toMatchObject({ code: 'asleep', retryable: true });
    world.clock.at += minutes(1);
    await handBack(platform(), owing());
    world.clock.at += minutes(1);
    expect(world.car.snapshot().charging).toBe(true);
  });

  it('is tried again where its maker is down, and let be where the car refuses', async () => {
    world.tesla.faults.next('command', { status: 503 });
    await expect(handBack(platform(), owing())).rejects.toMatchObject({ retryable: true });
    world.tesla.faults.next('command', { reason: 'could_not_wake_buses' }, 2);
    expect((await handBack(platform(), owing())).vehicles[0]?.owed).toEqual(nothingOwed);
  });
});
