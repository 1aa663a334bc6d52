import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  commandVehicle,
  destroyGrant,
  moveToRevocation,
  readVehicle,
  revokeGrant,
} from '../../lib/devices/index.ts';
import { type Platform, ServiceError } from '../../lib/platform/index.ts';
import { type DevicesWorld, type LinkedGrant, startDevicesWorld } from './support/devices-world.ts';

let world: DevicesWorld;
let grant: LinkedGrant;
beforeEach(async () => {
  world = await startDevicesWorld();
  grant = await world.link();
});
afterEach(() => world.stop());

const pastTheEnd = 8 * 3600 + 1;
const read = (platform = world.platform) => readVehicle(platform, grant.grantRef, grant.vehicleRef);
const revoke = (platform: Platform = world.platform) => revokeGrant(platform, grant.grantRef);
const dead = { refresh: 0, access: 0 };

describe('moving a grant to revocation', () => {
  it('stops every worker at once', async () => {
    await moveToRevocation(world.platform, grant.grantRef);
    const asked = world.tesla.requests.length;
    await expect(read()).rejects.toMatchObject({ code: 'withdrawal-in-progress', retryable: false });
    const command = commandVehicle(world.platform, grant.grantRef, grant.vehicleRef, { kind: 'start' });
    await expect(command).rejects.toMatchObject({ code: 'withdrawal-in-progress' });
    expect(world.tesla.requests).toHaveLength(asked);
  });

  it('seals for that purpose alone: the bytes no longer open for work', async () => {
    const { seal } = world.platform;
    const sealed = async () => (await world.vaultItems())[0]?.sealed as { B: Uint8Array };
    const { grantRef } = grant;
    await seal.open((await sealed()).B, { grantRef, purpose: 'active' });
    await moveToRevocation(world.platform, grantRef);
    await seal.open((await sealed()).B, { grantRef, purpose: 'revoke' });
    const asWorker = seal.open((await sealed()).B, { grantRef, purpose: 'active' });
    await expect(asWorker).rejects.toMatchObject({ code: 'sealed-text-unreadable' });
  });

  it('does nothing the second time or where nothing is', async () => {
    await moveToRevocation(world.platform, grant.grantRef);
    const before = await world.vaultItems();
    await moveToRevocation(world.platform, grant.grantRef);
    await moveToRevocation(world.platform, 'nothing');
    expect(await world.vaultItems()).toEqual(before);
  });
});

describe('revoking a grant', () => {
  it('kills every token and proves it', async () => {
    const requestedAt = world.clock.now();
    await moveToRevocation(world.platform, grant.grantRef);
    world.clock.passSeconds(20);
    expect(await revoke()).toEqual({
      grantRef: grant.grantRef,
      provider: 'tesla',
      requestedAt,
      level: 'proven',
      steps: [
        { name: 'revoke-refresh-token', httpStatus: 200, at: world.clock.now() },
        { name: 'revoke-access-token', httpStatus: 200, at: world.clock.now() },
        { name: 'prove', httpStatus: 401, at: world.clock.now() },
      ],
      ownerUrl: `${new URL(world.tesla.revokeUrl).origin}/user/revoke/consent?revoke_client_id=smartlading`,
    });
    expect(world.tesla.tokensAlive()).toEqual(dead);
  });

  it('burns and tries the token before the newest too, which Tesla honours for a day', async () => {
    world.clock.passSeconds(pastTheEnd);
    await read();
    const { steps, level } = await revoke();
    expect(steps.map(({ name, httpStatus }) => `${name} ${httpStatus}`)).toEqual([
      'revoke-refresh-token 200',
      'revoke-refresh-token 200',
      'revoke-access-token 200',
      'prove 401',
      'prove 401',
    ]);
    expect(level).toBe('proven');
    expect(world.tesla.tokensAlive()).toEqual(dead);
  });

  it('answers the same again without asking Tesla again', async () => {
    const first = await revoke();
    const asked = world.tesla.requests.length;
    world.clock.passSeconds(3600);
    expect(await revoke()).toEqual(first);
    expect(world.tesla.requests).toHaveLength(asked);
  });

  it('comes back while Tesla answers 503 for an hour, and then proves it', async () => {
    world.tesla.faults.during(
      'revoke',
      { status: 503, headers: { 'retry-after': '300' } },
      world.clock.now() + 3_600_000,
    );
    let attempts = 0;
    for (;;) {
      const outcome = await revoke().catch((thrown: ServiceError) => thrown);
      if (!(outcome instanceof ServiceError)) {
        expect(outcome.level).toBe('proven');
        break;
      }
      expect(outcome).toMatchObject({ code: 'vendor-down', retryable: true, retryAfterSeconds: 300 });
      attempts++;
      world.clock.passSeconds(300);
    }
    expect(attempts).toBe(12);
    expect(world.tesla.tokensAlive()).toEqual(dead);
  });

  it('is local-only where Tesla never answered: after 72 hours the tokens may go', async () => {
    await moveToRevocation(world.platform, grant.grantRef);
    world.tesla.faults.during('revoke', 'drop-before');
    await expect(revoke()).rejects.toMatchObject({ code: 'vendor-down' });
    world.clock.passSeconds(72 * 3600);
    const { level, steps } = await revoke();
    expect(level).toBe('local-only');
    expect(steps.map(({ httpStatus }) => httpStatus)).toEqual([0, 0]);
  });

  it.each([404, 405, 501])('is local-only where Tesla has no such endpoint any more (%i)', async (status) => {
    world.tesla.faults.during('revoke', { status });
    expect((await revoke()).level).toBe('local-only');
  });

  it('is proven even without the endpoint where the owner was there first', async () => {
    world.tesla.faults.during('revoke', { status: 404 });
    world.tesla.removeAccess();
    expect((await revoke()).level).toBe('proven');
  });

  it('is accepted where Tesla took it and the proof cannot be had', async () => {
    world.tesla.faults.next('token', { status: 403, error: 'blocked' });
    expect((await revoke()).level).toBe('accepted');
  });

  it.each([{ status: 500 }, { status: 429 }, 'drop-before'] as const)(
    'comes back where the proof meets %j',
    async (fault) => {
      world.tesla.faults.next('token', fault);
      await expect(revoke()).rejects.toMatchObject({ code: 'vendor-down', retryable: true });
      expect((await revoke()).level).toBe('proven');
    },
  );

  it('does not believe a 200 that killed nothing, and burns what the proof was given', async () => {
    const { http } = world.platform;
    const pretending = world.worker({
      http: {
        send: async (request) =>
          request.url === world.tesla.revokeUrl
            ? { status: 200, header: () => null, text: '' }
            : http.send(request),
      },
    });
    await expect(revoke(pretending)).rejects.toMatchObject({ code: 'vendor-down', retryAfterSeconds: 600 });
    expect(world.tesla.tokensAlive().refresh).toBe(2);
    expect((await revoke()).level).toBe('proven');
    expect(world.tesla.tokensAlive().refresh).toBe(0);
  });

  it('works on a grant that Tesla refused before', async () => {
    world.tesla.removeAccess();
    await expect(read()).rejects.toMatchObject({ code: 'needs-reauth' });
    expect((await revoke()).level).toBe('proven');
  });

  it('says local-only of a grant that is not there', async () => {
    expect(await revokeGrant(world.platform, 'nothing')).toMatchObject({ level: 'local-only', steps: [] });
  });

  it('does not hang on a secret that cannot be opened', async () => {
    const keyless = world.worker({
      seal: {
        ...world.platform.seal,
        open: async () => Promise.reject(new ServiceError('sealed-text-unreadable')),
      },
    });
    await expect(revoke(keyless)).rejects.toMatchObject({ code: 'vendor-down', retryable: true });
    await expect(read()).rejects.toMatchObject({ code: 'withdrawal-in-progress' });
    expect((await revoke()).level).toBe('proven');
  });
});

describe('destroying a grant', () => {
  it('leaves no row, however often', async () => {
    await destroyGrant(world.platform, grant.grantRef);
    await destroyGrant(world.platform, grant.grantRef);
    expect(await world.vaultItems()).toEqual([]);
    await expect(read()).rejects.toMatchObject({ code: 'needs-reauth' });
  });
});

describe('a refresh in flight when consent is withdrawn', () => {
  /** A worker to whose refresh something happens between Tesla's answer and the write. */
  function interrupted(meanwhile: () => Promise<unknown>) {
    const { http } = world.platform;
    return world.worker({
      http: {
        send: async (request) => {
          const answer = await http.send(request);
          if (request.url === world.tesla.tokenUrl) {
            await meanwhile();
          }
          return answer;
        },
      },
    });
  }
  const withdrawn = { code: 'withdrawal-in-progress' };
  beforeEach(() => world.clock.passSeconds(pastTheEnd));

  it('gives back what it received; the revocation waits for it and kills the rest', async () => {
    const worker = interrupted(async () => {
      await moveToRevocation(world.platform, grant.grantRef);
      await expect(revoke()).rejects.toMatchObject({
        code: 'rate-limited',
        retryable: true,
        retryAfterSeconds: 30,
      });
    });
    await expect(read(worker)).rejects.toMatchObject(withdrawn);
    expect(world.tesla.tokensAlive()).toEqual({ refresh: 1, access: 0 });
    world.clock.passSeconds(30);
    expect((await revoke()).level).toBe('proven');
    expect(world.tesla.tokensAlive()).toEqual(dead);
  });

  it('parks what it received where Tesla does not take it back, and the revocation burns it', async () => {
    const worker = interrupted(() => moveToRevocation(world.platform, grant.grantRef));
    world.tesla.faults.next('revoke', { status: 503 });
    await expect(read(worker)).rejects.toMatchObject(withdrawn);
    expect(world.tesla.tokensAlive()).toEqual({ refresh: 2, access: 1 });
    world.clock.passSeconds(30);
    expect((await revoke()).level).toBe('proven');
    expect(world.tesla.tokensAlive()).toEqual(dead);
  });

  it('gives back what it received where the grant is erased already', async () => {
    const worker = interrupted(() => destroyGrant(world.platform, grant.grantRef));
    await expect(read(worker)).rejects.toMatchObject(withdrawn);
    expect(world.tesla.tokensAlive().access).toBe(0);
    expect(await world.vaultItems()).toEqual([]);
  });
});
