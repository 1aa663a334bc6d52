import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, commandVehicle, readVehicle } from '../../lib/devices/index.ts';
import { type DevicesWorld, type LinkedGrant, startDevicesWorld } from './support/devices-world.ts';

let world: DevicesWorld;
let grant: LinkedGrant;
beforeEach(async () => {
  world = await startDevicesWorld();
  grant = await world.link();
  world.tesla.cars[0]?.plugIn();
  world.clock.passSeconds(60);
});
afterEach(() => world.stop());

const send = (command: Command) => commandVehicle(world.platform, grant.grantRef, grant.vehicleRef, command);
const read = () => readVehicle(world.platform, grant.grantRef, grant.vehicleRef);
const car = () => world.tesla.cars[0];

describe('commanding a car', () => {
  it('starts, stops and sets the limit at the signing proxy', async () => {
    expect(await send({ kind: 'stop' })).toEqual({ outcome: 'accepted' });
    expect(car()?.snapshot().charging).toBe(false);
    expect(await send({ kind: 'start' })).toEqual({ outcome: 'accepted' });
    expect(await send({ kind: 'set-limit', limitSoc: 0.9 })).toEqual({ outcome: 'accepted' });
    expect(car()?.snapshot().limitPercent).toBe(90);
    const commands = world.tesla.requests.filter(({ kind }) => kind === 'command');
    expect(commands.map(({ host }) => host)).toEqual(['proxy', 'proxy', 'proxy']);
  });

  it('says already where the car is as it should be: sending twice is sending once', async () => {
    expect(await send({ kind: 'start' })).toEqual({ outcome: 'already' });
    await send({ kind: 'stop' });
    expect(await send({ kind: 'stop' })).toEqual({ outcome: 'already' });
    expect(await send({ kind: 'set-limit', limitSoc: 0.8 })).toEqual({ outcome: 'already' });
    expect(
      car()
        ?.transitions()
        .filter(({ by }) => by === 'command'),
    ).toHaveLength(1);
  });

  it('sets the current on each phase, in whole amperes', async () => {
    expect(await send({ kind: 'set-current', ampere: 9.7 })).toEqual({ outcome: 'accepted' });
    expect(car()?.snapshot().powerKw).toBeCloseTo((230 * 9 * 3) / 1000);
    expect(await read()).toMatchObject({ circuit: { ampere: 9, maxAmpere: 16, phases: 3, volts: 230 } });
  });

  it('never asks for less than 5 A, which a car takes only when told twice', async () => {
    await send({ kind: 'set-current', ampere: 2 });
    await send({ kind: 'set-current', ampere: 2 });
    expect(await read()).toMatchObject({ circuit: { ampere: 5 } });
  });

  it('keeps to the limits that the car takes', async () => {
    await send({ kind: 'set-limit', limitSoc: 0.2 });
    expect(car()?.snapshot().limitPercent).toBe(50);
  });

  it.each([
    ['start', 'complete', { outcome: 'already' }],
    ['start', 'requested', { outcome: 'already' }],
    ['start', 'disconnected', { outcome: 'refused', reason: 'disconnected' }],
    ['start', 'No Power', { outcome: 'refused', reason: 'no_power' }],
    ['stop', 'is_charging', { outcome: 'refused', reason: 'other' }],
    ['stop', 'could not wake buses', { outcome: 'refused', reason: 'could_not_wake_buses' }],
    ['stop', 'Kari drives at 59.91, 10.75', { outcome: 'refused', reason: 'other' }],
  ] as const)('reads a refused %s (%s) as %j', async (kind, reason, outcome) => {
    world.tesla.faults.next('command', { reason });
    expect(await send({ kind })).toEqual(outcome);
  });

  it.each([
    'timeout-before',
    'timeout-after',
    'drop-before',
    'drop-after',
    'truncated',
    'wrong-content-type',
  ] as const)('does not know what became of it after %s, and does not send again', async (fault) => {
    world.tesla.faults.next('command', fault);
    expect(await send({ kind: 'stop' })).toEqual({ outcome: 'unknown' });
    expect(world.tesla.requests.filter(({ kind }) => kind === 'command')).toHaveLength(1);
  });

  it('does not know either when the proxy gave up waiting for the car', async () => {
    world.tesla.faults.next('command', { status: 504 });
    expect(await send({ kind: 'stop' })).toEqual({ outcome: 'unknown' });
  });

  it('tells what the owner must do where the key is not in the car', async () => {
    car()?.setKeyPaired(false);
    await expect(send({ kind: 'stop' })).rejects.toMatchObject({
      code: 'needs-owner-action',
      retryable: false,
    });
  });

  it('says asleep, to be tried again, where the car cannot hear', async () => {
    await send({ kind: 'stop' });
    world.clock.passSeconds(3600);
    await expect(send({ kind: 'start' })).rejects.toMatchObject({ code: 'asleep', retryable: true });
  });

  it('renews a refused access token and sends once more', async () => {
    world.tesla.faults.next('command', { status: 401, error: 'token expired (401)' });
    expect(await send({ kind: 'stop' })).toEqual({ outcome: 'accepted' });
    expect(world.tesla.refreshSpends()).toEqual([1, 0]);
  });
});
