import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVehicle } from '../../lib/devices/index.ts';
import { ServiceError } from '../../lib/platform/index.ts';
import { type DevicesWorld, type LinkedGrant, startDevicesWorld } from './support/devices-world.ts';

let world: DevicesWorld;
let grant: LinkedGrant;
beforeEach(async () => {
  world = await startDevicesWorld();
  grant = await world.link();
});
afterEach(() => world.stop());

const read = (platform = world.platform) => readVehicle(platform, grant.grantRef, grant.vehicleRef);
const tokenCalls = () => world.tesla.requests.filter(({ kind }) => kind === 'token').length - 1;
const nearTheEnd = 8 * 3600 - 5 * 60;
const pastTheEnd = 8 * 3600 + 1;

/** A worker that dies at its first write to the vault after the maker answered. */
function dyingWorker() {
  const platform = world.worker();
  let hasAnswer = false;
  const http: typeof platform.http = {
    send: async (request) => {
      const answer = await platform.http.send(request);
      hasAnswer = true;
      return answer;
    },
  };
  const seal: typeof platform.seal = {
    open: (sealed, context) => platform.seal.open(sealed, context),
    close: (text, context) =>
      hasAnswer ? Promise.reject(new Error('crash')) : platform.seal.close(text, context),
  };
  return { ...platform, http, seal };
}

describe('a grant over time', () => {
  it('lives for a month on rotation, each refresh token spent once', async () => {
    for (let day = 0; day < 30; day++) {
      world.clock.passSeconds(24 * 3600);
      expect((await read()).reach).not.toBe('unknown');
    }
    expect(world.tesla.refreshSpends()).toEqual([...Array.from({ length: 30 }, () => 1), 0]);
  });

  it('survives a worker that died after Tesla rotated: the next one spends the token again, once', async () => {
    world.clock.passSeconds(pastTheEnd);
    await expect(read(dyingWorker())).rejects.toThrow('crash');
    await expect(read()).rejects.toMatchObject({
      code: 'rate-limited',
      retryable: true,
      retryAfterSeconds: 30,
    });
    world.clock.passSeconds(31);
    expect(await read()).toMatchObject({ reach: 'asleep' });
    expect(tokenCalls()).toBe(2);
    world.clock.passSeconds(pastTheEnd);
    expect(await read()).toMatchObject({ reach: 'asleep' });
  });

  it('ends with needs-reauth where that grace is over, and asks Tesla no more', async () => {
    world.clock.passSeconds(pastTheEnd);
    await expect(read(dyingWorker())).rejects.toThrow('crash');
    world.clock.passSeconds(25 * 3600);
    await expect(read()).rejects.toMatchObject({ code: 'needs-reauth', retryable: false });
    await expect(read()).rejects.toMatchObject({ code: 'needs-reauth' });
    expect(tokenCalls()).toBe(2);
  });

  it('ends with needs-reauth where the owner removed the app', async () => {
    world.tesla.removeAccess();
    await expect(read()).rejects.toMatchObject({ code: 'needs-reauth' });
  });

  it.each([
    ['an unknown 401', { status: 401, error: 'invalid_client' }, 'misconfigured'],
    ['400', { status: 400, error: 'invalid_request' }, 'misconfigured'],
    ['403', { status: 403, error: 'blocked' }, 'misconfigured'],
    ['429', { status: 429 }, 'rate-limited'],
    ['500', { status: 500 }, 'vendor-down'],
    ['503', { status: 503 }, 'vendor-down'],
    ['no answer', 'timeout-before', 'vendor-down'],
    ['an answer lost on the way', 'timeout-after', 'vendor-down'],
    ['half an answer', 'truncated', 'bad-answer'],
    ['an answer without refresh token', 'no-refresh-token', 'bad-answer'],
  ] as const)('is not ended by %s', async (_name, fault, code) => {
    world.clock.passSeconds(pastTheEnd);
    world.tesla.faults.next('token', fault);
    await expect(read()).rejects.toMatchObject({ code });
    expect(await read()).toMatchObject({ reach: 'asleep' });
  });

  it('goes on with an access token that still lasts while Tesla cannot renew it', async () => {
    world.tesla.cars[0]?.plugIn();
    world.clock.passSeconds(nearTheEnd);
    world.tesla.faults.during('token', { status: 503 });
    expect((await read()).soc).not.toBeUndefined();
  });

  it('goes on with an access token that still lasts while another worker renews it', async () => {
    world.clock.passSeconds(nearTheEnd);
    await expect(read(dyingWorker())).rejects.toThrow('crash');
    expect(await read()).toMatchObject({ reach: 'asleep' });
    expect(tokenCalls()).toBe(1);
  });
});

describe('a worker that overslept its lease', () => {
  it('does not overwrite the tokens of the one that took over, and uses those', async () => {
    world.clock.passSeconds(pastTheEnd);
    let isFirst = true;
    const { http } = world.platform;
    const sleepy = world.worker({
      http: {
        send: async (request) => {
          const answer = await http.send(request);
          if (isFirst) {
            isFirst = false;
            world.clock.passSeconds(31);
            await read();
          }
          return answer;
        },
      },
    });
    expect(await read(sleepy)).toMatchObject({ reach: 'asleep' });
    expect(world.tesla.refreshSpends()).toEqual([2, 0, 0]);
    world.clock.passSeconds(pastTheEnd);
    expect(await read()).toMatchObject({ reach: 'asleep' });
  });
});

describe('a vault that cannot be opened', () => {
  it('says so without a word of what is in it', async () => {
    const stranger = world.worker({
      seal: {
        ...world.platform.seal,
        open: async () => Promise.reject(new ServiceError('sealed-text-unreadable')),
      },
    });
    await expect(read(stranger)).rejects.toMatchObject({ code: 'sealed-text-unreadable' });
  });
});
