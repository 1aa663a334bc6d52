import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVehicle } from '../../lib/devices/index.ts';
import type { HttpClient } from '../../lib/platform/index.ts';
import { type DevicesWorld, type LinkedGrant, startDevicesWorld } from './support/devices-world.ts';

const america = 'https://fleet-api.prd.na.vn.cloud.tesla.com';
let world: DevicesWorld;
let grant: LinkedGrant;
let asked: string[] = [];
beforeEach(async () => {
  world = await startDevicesWorld();
  grant = await world.link();
  asked = [];
});
afterEach(() => world.stop());

/** Stands for the network: Tesla's American address leads to the simulator too. Any other host is refused. */
const http: HttpClient = {
  send: (request) => {
    asked.push(new URL(request.url).origin);
    const url = request.url.replace(america, world.tesla.apiUrl);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    return world.platform.http.send({ ...request, url });
  },
};
const read = () => readVehicle(world.worker({ http }), grant.grantRef, grant.vehicleRef);
/** Twice: `fetch` itself sends a request that met 421 once more (Fetch standard, HTTP-network-or-cache fetch). */
const meets421 = (fault: { status: number; error?: string; headers?: Record<string, string> }) =>
  world.tesla.faults.next('state', fault, 2);
const wrongRegion = (base: string) => ({
  status: 421,
  error: `user out of region, use base URL: ${base}, see docs`,
});

describe('an account of another region', () => {
  it('is found at the address Tesla names, and remembered there', async () => {
    meets421(wrongRegion(america));
    expect(await read()).toMatchObject({ reach: 'online' });
    expect(asked).toEqual([world.tesla.apiUrl, america, america]);
    asked = [];
    await read();
    expect(asked).toEqual([america, america]);
  });

  it('is found by the Alt-Svc header too', async () => {
    const headers = { 'alt-svc': `h2="${america}:443"; ma=60` };
    meets421({ status: 421, headers });
    expect(await read()).toMatchObject({ reach: 'online' });
  });

  it('is switched once', async () => {
    meets421(wrongRegion(america));
    await read();
    meets421(wrongRegion(world.tesla.apiUrl));
    await expect(read()).rejects.toMatchObject({ code: 'misconfigured' });
  });

  it.each([
    'https://evil.example.com',
    'https://fleet-api.prd.na.vn.cloud.tesla.com.evil.example.com',
    'http://fleet-api.prd.na.vn.cloud.tesla.com',
    'https://user@evil.example.com/https://x',
    'nowhere',
  ])('never takes the token to %s', async (base) => {
    meets421(wrongRegion(base));
    await expect(read()).rejects.toMatchObject({ code: 'misconfigured' });
    expect(asked).toEqual([world.tesla.apiUrl]);
  });
});
