import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVehicle, wakeVehicle } from '../../lib/devices/index.ts';
import { type DevicesWorld, type LinkedGrant, startDevicesWorld } from './support/devices-world.ts';

let world: DevicesWorld;
let grant: LinkedGrant;
beforeEach(async () => {
  world = await startDevicesWorld({ cars: [{ batteryKwh: 60, soc: 0.45, wakeSeconds: 30 }] });
  grant = await world.link();
});
afterEach(() => world.stop());

const read = () => readVehicle(world.platform, grant.grantRef, grant.vehicleRef);
const wake = () => wakeVehicle(world.platform, grant.grantRef, grant.vehicleRef);
const car = () => world.tesla.cars[0];
const kinds = () => world.tesla.requests.map(({ kind }) => kind);

describe('reading a car', () => {
  it('tells battery, limit and plug of a car that is online', async () => {
    const now = world.clock.now();
    expect(await read()).toEqual({
      observedAt: now,
      fetchedAt: now,
      reach: 'online',
      soc: 0.45,
      limitSoc: 0.8,
      plug: 'unplugged',
      charge: 'unknown',
      powerKw: 0,
      maxKw: null,
      sessionKwh: 0,
      circuit: { ampere: 16, maxAmpere: 16, phases: null, volts: null },
    });
  });

  it('tells power and the most the socket gives while it charges', async () => {
    car()?.plugIn();
    world.clock.passSeconds(3610);
    expect(await read()).toMatchObject({
      plug: 'plugged',
      charge: 'charging',
      powerKw: 11,
      maxKw: 11.04,
      sessionKwh: 9.94,
    });
  });

  it('does not wake a sleeping car, and does not even ask it', async () => {
    world.clock.passSeconds(3600);
    const before = kinds().length;
    expect(await read()).toMatchObject({ reach: 'asleep', soc: null, plug: 'unknown', powerKw: null });
    expect(kinds().slice(before)).toEqual(['state']);
    expect(car()?.snapshot().reach).toBe('asleep');
  });

  it('never wakes a car for a poll, whatever the night brings', async () => {
    car()?.plugIn();
    for (let quarter = 0; quarter < 60; quarter++) {
      world.clock.passSeconds(15 * 60 + 1);
      await read();
    }
    expect(kinds()).not.toContain('wake');
    expect(car()?.snapshot().reach).toBe('asleep');
  });

  it('takes a car that fell asleep between the two calls as asleep', async () => {
    world.tesla.faults.next('data', { status: 408, error: 'vehicle unavailable' });
    expect(await read()).toMatchObject({ reach: 'asleep', soc: null });
    world.tesla.faults.next('data', { status: 503, error: 'vehicle unavailable: not answering' });
    expect(await read()).toMatchObject({ reach: 'asleep', soc: null });
  });

  it('tells a car out of reach from a sleeping one', async () => {
    car()?.setOffline(true);
    expect(await read()).toMatchObject({ reach: 'offline' });
  });

  it('keeps the time of the sample where Tesla answers with an old one', async () => {
    const first = await read();
    world.clock.passSeconds(600);
    world.tesla.faults.next('data', 'stale');
    const stale = await read();
    expect(stale.observedAt).toBe(first.observedAt);
    expect(stale.fetchedAt).toBe(first.fetchedAt + 600_000);
  });

  it('asks for charge_state alone', async () => {
    const urls: string[] = [];
    const { http } = world.platform;
    const send: typeof http.send = (request) => {
      urls.push(request.url);
      return http.send(request);
    };
    await readVehicle(world.worker({ http: { send } }), grant.grantRef, grant.vehicleRef);
    expect(urls.at(-1)).toMatch(/\/vehicle_data\?endpoints=charge_state$/);
  });

  it('says vehicle-removed for a car it does not know', async () => {
    const asked = readVehicle(world.platform, grant.grantRef, 'another');
    await expect(asked).rejects.toMatchObject({ code: 'vehicle-removed' });
  });

  it('renews an access token that is near its end before it reads, once', async () => {
    world.clock.passSeconds(8 * 3600 - 60);
    car()?.plugIn();
    await read();
    await read();
    expect(world.tesla.refreshSpends()).toEqual([1, 0]);
  });
});

describe('waking a car', () => {
  it('is one call; the car is online some seconds later', async () => {
    world.clock.passSeconds(3600);
    expect(await wake()).toBe('asleep');
    world.clock.passSeconds(30);
    expect(await read()).toMatchObject({ reach: 'online' });
    expect(kinds().filter((kind) => kind === 'wake')).toHaveLength(1);
    expect(await wake()).toBe('online');
  });

  it('says when to come back after the third in a minute', async () => {
    await wake();
    await wake();
    await wake();
    world.clock.passSeconds(18);
    await expect(wake()).rejects.toMatchObject({
      code: 'rate-limited',
      retryable: true,
      retryAfterSeconds: 42,
    });
  });

  it('does not wake what is out of reach', async () => {
    car()?.setOffline(true);
    expect(await wake()).toBe('asleep');
  });
});
