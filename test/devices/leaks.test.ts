import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  commandVehicle,
  moveToRevocation,
  readVehicle,
  revokeGrant,
  wakeVehicle,
} from '../../lib/devices/index.ts';
import type { HttpClient } from '../../lib/platform/index.ts';
import { type DevicesWorld, startDevicesWorld } from './support/devices-world.ts';

let world: DevicesWorld;
/** Every token that Tesla ever gave to this service. */
let tokens: Set<string>;
beforeEach(async () => {
  world = await startDevicesWorld();
  tokens = new Set();
});
afterEach(() => world.stop());

/** Listens to what comes from Tesla, to know what to look for. */
const http: HttpClient = {
  send: async (request) => {
    const answer = await world.platform.http.send(request);
    for (const [token] of answer.text.matchAll(/(eyJ|EU_)[\w.-]{20,}/g)) {
      tokens.add(token);
    }
    return answer;
  },
};

/** What must never be found: the position as written and cut to three decimals, VIN, names, address, tokens, vendor ids. */
function secrets(): string[] {
  const { latitude, longitude } = world.tesla.coordinates;
  const positions = [latitude, longitude].flatMap((value) => [
    String(value),
    String(value).slice(0, 6),
    value.toFixed(4),
    String(Math.round(value * 1e6)),
    String(value).slice(0, 6).replace('.', ','),
  ]);
  const ids = world.tesla.cars.map(({ state }) => state.id);
  const all = [...positions, ...world.tesla.personal, ...ids, ...tokens];
  return all.flatMap((secret) => [secret, Buffer.from(secret).toString('base64').slice(0, -4)]);
}

function found(where: unknown): string[] {
  const shown = inspect(where, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });
  const text = `${shown}\n${JSON.stringify(where)}`;
  return secrets().filter((secret) => text.includes(secret));
}

/** Stored bytes as the characters they would be. */
function bytesOf(stored: unknown): string {
  if (stored instanceof Uint8Array) {
    return Buffer.from(stored).toString('latin1');
  }
  return typeof stored === 'object' && stored !== null
    ? Object.entries(stored)
        .flatMap(([key, value]) => [key, bytesOf(value)])
        .join(' ')
    : String(stored);
}

const everyFault = [
  ...[400, 401, 403, 421, 429, 503].map((status) => ({ status })),
  'truncated',
  'wrong-content-type',
  'drop-after',
] as const;

describe('what leaves the room', () => {
  it('is nothing of position, VIN, names or tokens: in answers, errors, logs and rows, under every fault', async () => {
    const linked = await world.link();
    const platform = world.worker({ http });
    world.tesla.cars[0]?.plugIn();
    const { grantRef, vehicleRef } = linked;
    const seen: unknown[] = [linked];
    const note = async (work: Promise<unknown>) => {
      seen.push(await work.catch((thrown: unknown) => thrown));
    };
    const { latitude, longitude } = world.tesla.coordinates;
    const gossip = `${world.tesla.personal.join(' ')} at ${latitude}, ${longitude}`;
    for (const kind of ['token', 'state', 'data', 'wake', 'command', 'revoke'] as const) {
      for (const fault of everyFault) {
        world.clock.passSeconds(8 * 3600);
        world.tesla.cars[0]?.driveTo(0.5);
        const scripted = typeof fault === 'string' ? fault : { ...fault, error: gossip, description: gossip };
        world.tesla.faults.next(kind, scripted);
        await note(readVehicle(platform, grantRef, vehicleRef));
        await note(wakeVehicle(platform, grantRef, vehicleRef));
        await note(commandVehicle(platform, grantRef, vehicleRef, { kind: 'start' }));
        world.tesla.faults.clear();
      }
    }
    world.tesla.faults.next('command', { reason: gossip });
    await note(commandVehicle(platform, grantRef, vehicleRef, { kind: 'stop' }));
    await moveToRevocation(platform, grantRef);
    world.tesla.faults.next('revoke', { status: 503, error: gossip });
    await note(revokeGrant(platform, grantRef));
    await note(revokeGrant(platform, grantRef));
    expect(tokens.size).toBeGreaterThan(40);
    expect(found(seen)).toEqual([]);
    expect(found(world.lines)).toEqual([]);
    const rows = bytesOf(await world.vaultItems());
    expect(rows.length).toBeGreaterThan(1000);
    expect(found(rows)).toEqual([]);
    expect(found(world.tesla.requests)).toEqual([]);
  });

  it('would be noticed: the search finds what is planted', async () => {
    await world.link();
    const { latitude } = world.tesla.coordinates;
    expect(found({ deep: [{ cause: new Error(`near ${latitude}`) }] })).not.toEqual([]);
    expect(found({ [world.tesla.personal[1] ?? '']: true })).not.toEqual([]);
    expect(found(bytesOf({ sealed: Buffer.from(`{"vin":"${world.tesla.personal[1]}"}`) }))).not.toEqual([]);
  });
});
