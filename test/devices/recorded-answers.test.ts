import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVehicle } from '../../lib/devices/index.ts';
import type { Platform } from '../../lib/platform/index.ts';
import { type DevicesWorld, type LinkedGrant, startDevicesWorld } from './support/devices-world.ts';
import { type ScriptServer, startScriptServer } from './support/script-server.ts';

let world: DevicesWorld;
let grant: LinkedGrant;
let server: ScriptServer;
let platform: Platform;
beforeAll(async () => {
  world = await startDevicesWorld();
  grant = await world.link();
  server = await startScriptServer();
  const { setting } = world.platform;
  platform = world.worker({
    setting: (name) => (name === 'TESLA_API_URL' ? server.url : setting(name)),
  });
});
afterAll(async () => {
  await server.stop();
  await world.stop();
});
const read = () => readVehicle(platform, grant.grantRef, grant.vehicleRef);

/** The shape of a live answer, with invented values. */
const recorded = {
  response: {
    id: 900_417,
    vin: 'LRW3E7FA0RC000417',
    state: 'online',
    access_type: 'OWNER',
    charge_state: {
      battery_level: 46,
      usable_battery_level: 45,
      charge_limit_soc: 80,
      charging_state: 'Stopped',
      charger_power: 0,
      charger_voltage: 231,
      charger_phases: null,
      charge_current_request_max: 16,
      charge_energy_added: 3.9,
      conn_charge_cable: 'IEC',
      timestamp: Date.UTC(2026, 0, 12, 15, 59),
    },
    drive_state: { latitude: 59.9, longitude: 10.7, shift_state: null },
  },
};

describe('answers as recorded', () => {
  it('reads state and live data, asking as Tesla wants to be asked', async () => {
    server.asked.length = 0;
    server.answer = () => ({ status: 200, body: recorded });
    expect(await read()).toMatchObject({ soc: 0.45, plug: 'plugged', charge: 'stopped', sessionKwh: 3.9 });
    for (const { headers } of server.asked) {
      expect(headers).toMatchObject({ 'content-type': 'application/json' });
      expect(headers.authorization).toMatch(/^Bearer eyJ/);
    }
  });

  it.each([
    ['a page', '<html>Bad gateway</html>'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['an error that is an object', '{"error":{"code":7}}'],
  ])('is vendor-down for a 502 with %s in it', async (_name, body) => {
    server.answer = () => ({ status: 502, body });
    await expect(read()).rejects.toMatchObject({ code: 'vendor-down', retryable: true });
  });

  it.each([
    ['no response', {}],
    ['a null response', { response: null }],
    ['an error in a 200', { error: 'something', error_description: '' }],
  ])('is bad-answer for a 200 with %s', async (_name, body) => {
    server.answer = () => ({ status: 200, body });
    await expect(read()).rejects.toMatchObject({ code: 'bad-answer', retryable: true });
  });

  it.each([null, 'driving', 7])('does not ask a car in the unknown state %s for live data', async (state) => {
    server.asked.length = 0;
    server.answer = () => ({ status: 200, body: { response: { ...recorded.response, state } } });
    expect(await read()).toMatchObject({ reach: 'unknown', soc: null });
    expect(server.asked).toHaveLength(1);
  });

  it('never follows a redirect with the token', async () => {
    server.asked.length = 0;
    server.answer = () => ({ status: 302, headers: { location: `${server.url}/elsewhere` } });
    await expect(read()).rejects.toMatchObject({ code: 'misconfigured' });
    expect(server.asked).toHaveLength(1);
  });
});
