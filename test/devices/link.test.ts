import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorizeUrl, completeGrant, readVehicle } from '../../lib/devices/index.ts';
import { type DevicesWorld, startDevicesWorld } from './support/devices-world.ts';

let world: DevicesWorld;
beforeEach(async () => {
  world = await startDevicesWorld();
});
afterEach(() => world.stop());

function newCode(unticked: readonly string[] = []): string {
  const back = world.tesla.allow(authorizeUrl(world.platform, 'tesla', 'state-1'), { unticked });
  return new URL(back).searchParams.get('code') ?? '';
}

describe('the address where the owner allows access', () => {
  it('asks for battery and charging, never for a position or for more commands', () => {
    const asked = new URL(authorizeUrl(world.platform, 'tesla', 'state-1')).searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      response_type: 'code',
      client_id: 'smartlading',
      redirect_uri: 'http://localhost:3000/linked',
      scope: 'openid offline_access vehicle_device_data vehicle_charging_cmds',
      state: 'state-1',
      locale: 'nb-NO',
      prompt_missing_scopes: 'true',
    });
  });
});

describe('completing a link', () => {
  it('gives random references for every car of the account, over all pages', async () => {
    await world.stop();
    const cars = Array.from({ length: 5 }, () => ({ batteryKwh: 60, soc: 0.5 }));
    world = await startDevicesWorld({ cars, pageSize: 2 });
    const { grantRef, vehicleRefs } = await world.link();
    expect(new Set([grantRef, ...vehicleRefs]).size).toBe(6);
    for (const vehicleRef of vehicleRefs) {
      expect((await readVehicle(world.platform, grantRef, vehicleRef)).soc).toBe(0.5);
    }
  });

  it('uses the reference that the caller noted beforehand', async () => {
    const completed = await completeGrant(world.platform, {
      provider: 'tesla',
      code: newCode(),
      grantRef: 'noted',
    });
    expect(completed.grantRef).toBe('noted');
  });

  it('says link-expired for a code that is spent', async () => {
    const code = newCode();
    await completeGrant(world.platform, { provider: 'tesla', code });
    await expect(completeGrant(world.platform, { provider: 'tesla', code })).rejects.toMatchObject({
      code: 'link-expired',
    });
  });

  it('says misconfigured, not link-expired, where our secret is wrong', async () => {
    const platform = world.worker({ secret: async () => 'old' });
    const completed = completeGrant(platform, { provider: 'tesla', code: newCode() });
    await expect(completed).rejects.toMatchObject({ code: 'misconfigured', retryable: false });
  });

  it.each([
    ['the list is refused', { status: 412 }, 'misconfigured'],
    ['Tesla is down', { status: 503 }, 'vendor-down'],
    ['the list is cut off', 'truncated', 'bad-answer'],
    ['a page comes instead of the list', 'wrong-content-type', 'bad-answer'],
  ] as const)('leaves nothing behind where %s', async (_name, fault, code) => {
    world.tesla.faults.next('list', fault);
    await expect(world.link()).rejects.toMatchObject({ code });
    expect(world.tesla.tokensAlive()).toEqual({ refresh: 0, access: 0 });
    expect(await world.vaultItems()).toEqual([]);
  });

  it('keeps the sealed tokens where they could not be given back, for the revocation to find', async () => {
    world.tesla.faults.next('list', { status: 500 });
    world.tesla.faults.next('revoke', { status: 503 });
    await expect(world.link()).rejects.toMatchObject({ code: 'vendor-down' });
    expect(await world.vaultItems()).toHaveLength(1);
  });

  it('refuses an account without a car, and gives the access back', async () => {
    await world.stop();
    world = await startDevicesWorld({ cars: [] });
    await expect(world.link()).rejects.toMatchObject({ code: 'needs-owner-action' });
    expect(world.tesla.tokensAlive()).toEqual({ refresh: 0, access: 0 });
  });

  it('asks for the unticked scope again where the list is not allowed', async () => {
    await expect(world.link({ unticked: ['vehicle_device_data'] })).rejects.toMatchObject({
      code: 'needs-reauth',
    });
  });

  it('does not take a grant without a refresh token, and gives the access token back', async () => {
    world.tesla.faults.next('token', 'no-refresh-token');
    await expect(world.link()).rejects.toMatchObject({ code: 'bad-answer' });
    expect(world.tesla.tokensAlive().access).toBe(0);
    expect(await world.vaultItems()).toEqual([]);
  });
});
